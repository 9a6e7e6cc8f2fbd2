package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster run …} */
@Command(
        name = "run",
        description = "Look at runs, past and present, and stop them.",
        subcommands = {RunListCommand.class, RunShowCommand.class, RunAbortCommand.class})
public final class RunCommands extends Group {
    public RunCommands(App app) {
        super(app, "list, show, abort");
    }
}
