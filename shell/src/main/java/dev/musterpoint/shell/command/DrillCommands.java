package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster drill …} */
@Command(
        name = "drill",
        description = "List, check, plan and run drills.",
        subcommands = {
            DrillListCommand.class,
            DrillShowCommand.class,
            DrillValidateCommand.class,
            DrillPlanCommand.class,
            DrillRunCommand.class
        })
public final class DrillCommands extends Group {
    public DrillCommands(App app) {
        super(app, "list, show, validate, plan, run");
    }
}
