package dev.musterpoint.drills.engine;

/** A part of the run could not be done; the message says what and what to do. */
class RunFailed extends Exception {
    private static final long serialVersionUID = 1L;

    RunFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
