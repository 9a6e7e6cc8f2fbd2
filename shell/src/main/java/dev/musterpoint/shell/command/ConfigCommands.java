package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster config …} */
@Command(
        name = "config",
        description = "Show the settings in effect.",
        subcommands = {ConfigShowCommand.class})
public final class ConfigCommands extends Group {
    public ConfigCommands(App app) {
        super(app, "show");
    }
}
