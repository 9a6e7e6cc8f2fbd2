package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster run …} */
@Command(
        name = "run",
        description = "Look at runs, past and present, stop them, judge them again, hand them on.",
        subcommands = {
            RunListCommand.class,
            RunShowCommand.class,
            RunWatchCommand.class,
            RunAbortCommand.class,
            RunAssessCommand.class,
            RunExportCommand.class
        })
public final class RunCommands extends Group {
    public RunCommands(App app) {
        super(app, "list, show, watch, abort, assess, export");
    }
}
