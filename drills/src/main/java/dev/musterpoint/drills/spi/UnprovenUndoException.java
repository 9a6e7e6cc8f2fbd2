package dev.musterpoint.drills.spi;

/** Of an undo after which reading the target back proves nothing, such as one that could not look where the change was made. */
public final class UnprovenUndoException extends InjectionException {
    private static final long serialVersionUID = 1L;

    public UnprovenUndoException(String message) {
        super(message);
    }

    public UnprovenUndoException(String message, Throwable cause) {
        super(message, cause);
    }
}
