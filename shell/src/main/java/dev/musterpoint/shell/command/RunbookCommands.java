package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster runbook …} */
@Command(
        name = "runbook",
        description = "List, show, check and carry out recovery procedures.",
        subcommands = {
            RunbookListCommand.class,
            RunbookShowCommand.class,
            RunbookLintCommand.class,
            RunbookExecCommand.class
        })
public final class RunbookCommands extends Group {
    public RunbookCommands(App app) {
        super(app, "list, show, lint, exec");
    }
}
