package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.runbooks.RunbookMarkdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster runbook show RUNBOOK} */
@Command(
        name = "show",
        description = "Print a runbook: its file with the comments of its author, or as a document for people.",
        footer = {
            "",
            "Examples:",
            "  muster runbook show promote-standby > mine.yaml",
            "  muster runbook show promote-standby --markdown"
        })
public final class RunbookShowCommand extends MusterCommand {
    @Mixin
    private final RunbookArguments which = new RunbookArguments();

    @Option(names = "--markdown", description = "as a Markdown document, for a wiki or a ticket")
    private boolean markdown;

    public RunbookShowCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        if (markdown) {
            String document = RunbookMarkdown.of(which.read(app()));
            print(document, () -> out().print(document));
        } else {
            SourceFile file = SourceFile.read(which.file(app()));
            print(file, () -> out().print(file.text()));
        }
        return ExitCode.OK;
    }
}
