package dev.musterpoint.shell.command;

import dev.musterpoint.shell.console.Table;
import dev.musterpoint.shell.run.FileLibrary.Entry;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code muster drill list} */
@Command(
        name = "list",
        description = "List the drills of this directory and of the catalogue.",
        footer = {"", "Example:", "  muster drill list --output json"})
public final class DrillListCommand extends MusterCommand {
    public DrillListCommand(App app) {
        super(app);
    }

    /** A drill, for machines. */
    record Row(String name, String title, String from, String file, String problem) {}

    @Override
    ExitCode execute() {
        List<Entry> drills = app().drills().list();
        print(drills.stream().map(DrillListCommand::row).toList(), () -> table(drills));
        return ExitCode.OK;
    }

    private static Row row(Entry drill) {
        return new Row(drill.name(), drill.title(), drill.from(), drill.file().toString(), drill.problem());
    }

    private void table(List<Entry> drills) {
        Table table = new Table("NAME", "FROM", "TITLE");
        drills.forEach(drill ->
                table.row(drill.name(), drill.from(), drill.problem().isEmpty() ? drill.title() : drill.problem()));
        table.print(console());
    }
}
