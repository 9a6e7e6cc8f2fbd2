package dev.musterpoint.shell.command;

import dev.musterpoint.shell.console.Table;
import dev.musterpoint.shell.run.FileLibrary.Entry;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code muster runbook list} */
@Command(
        name = "list",
        description = "List the runbooks of this directory and of the catalogue.",
        footer = {"", "Example:", "  muster runbook list --output json"})
public final class RunbookListCommand extends MusterCommand {
    public RunbookListCommand(App app) {
        super(app);
    }

    /** A runbook, for machines. */
    record Row(String name, String title, String from, String file) {}

    @Override
    ExitCode execute() {
        List<Entry> runbooks = app().runbooks().list();
        print(runbooks.stream().map(RunbookListCommand::row).toList(), () -> table(runbooks));
        return ExitCode.OK;
    }

    private static Row row(Entry runbook) {
        return new Row(
                runbook.name(), runbook.title(), runbook.from(), runbook.file().toString());
    }

    private void table(List<Entry> runbooks) {
        Table table = new Table("NAME", "FROM", "TITLE");
        runbooks.forEach(runbook -> table.row(runbook.name(), runbook.from(), runbook.title()));
        table.print(console());
    }
}
