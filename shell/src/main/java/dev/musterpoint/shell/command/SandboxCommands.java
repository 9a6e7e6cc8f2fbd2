package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster sandbox …} */
@Command(
        name = "sandbox",
        description = "Keep a small real system running, to try drills on.",
        subcommands = {SandboxUpCommand.class, SandboxListCommand.class, SandboxDownCommand.class})
public final class SandboxCommands extends Group {
    public SandboxCommands(App app) {
        super(app, "up, list, down");
    }
}
