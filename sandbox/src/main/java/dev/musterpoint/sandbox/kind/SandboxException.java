package dev.musterpoint.sandbox.kind;

/** The sandbox could not be made. The message says what failed, where to look, and what to do. */
public final class SandboxException extends Exception {
    private static final long serialVersionUID = 1L;

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
