package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster drill …} */
@Command(
        name = "drill",
        description = "List, write, check, plan and run drills.",
        subcommands = {
            DrillListCommand.class,
            DrillShowCommand.class,
            DrillNewCommand.class,
            DrillValidateCommand.class,
            DrillPlanCommand.class,
            DrillRunCommand.class
        })
public final class DrillCommands extends Group {
    public DrillCommands(App app) {
        super(app, "list, show, new, validate, plan, run");
    }
}
