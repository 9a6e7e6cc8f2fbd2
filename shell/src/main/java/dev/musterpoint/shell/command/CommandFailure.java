package dev.musterpoint.shell.command;

/** A command cannot do what it was asked; the message says why and what to do, the code says what kind of failure. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    public CommandFailure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}
