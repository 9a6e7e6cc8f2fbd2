package dev.musterpoint.drills.spi;

/** A fault could not be prepared, injected, undone or inspected. The message says what, where, and what to do. */
public class InjectionException extends Exception {
    private static final long serialVersionUID = 1L;

    public InjectionException(String message) {
        super(message);
    }

    public InjectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
