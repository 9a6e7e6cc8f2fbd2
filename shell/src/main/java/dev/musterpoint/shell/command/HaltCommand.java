package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster halt …} */
@Command(
        name = "halt",
        description = "The lever: stop all drills, and let none start until it is released.",
        subcommands = {HaltEngageCommand.class, HaltReleaseCommand.class, HaltStatusCommand.class})
public final class HaltCommand extends Group {
    public HaltCommand(App app) {
        super(app, "engage, release, status");
    }
}
