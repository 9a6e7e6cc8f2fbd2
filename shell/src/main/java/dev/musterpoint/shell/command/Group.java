package dev.musterpoint.shell.command;

/** A word that only opens others, such as {@code drill}. */
abstract class Group extends MusterCommand {
    private final String words;

    Group(App app, String words) {
        super(app);
        this.words = words;
    }

    @Override
    final ExitCode execute() {
        throw new CommandFailure(ExitCode.USAGE, "which command? One of: " + words);
    }
}
