package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.DrillSchema;
import dev.musterpoint.drills.codec.MachineOutput;
import dev.musterpoint.drills.codec.RunbookSchema;
import dev.musterpoint.reports.json.OutputSchema;
import dev.musterpoint.shell.console.OutputForm;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster schema WHAT} */
@Command(
        name = "schema",
        description =
                "Print a JSON Schema (2020-12), for editors and programs: of drill files, of runbook files, or of what"
                        + " commands print for a run with --output json.",
        footer = {
            "",
            "Example:",
            "  muster schema drill > drill.schema.json",
            "",
            "Editors with a YAML language server complete and check a drill that begins with",
            "  # yaml-language-server: $schema=drill.schema.json"
        })
public final class SchemaCommand extends MusterCommand {
    @Parameters(paramLabel = "WHAT", description = "one of: ${COMPLETION-CANDIDATES}")
    private What what;

    public SchemaCommand(App app) {
        super(app);
    }

    /** What there are schemas of. */
    enum What {
        drill,
        runbook,
        output
    }

    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    @Override
    ExitCode execute() {
        Map<String, Object> schema =
                switch (what) {
                    case drill -> DrillSchema.of(app().catalogue());
                    case runbook -> RunbookSchema.of(app().catalogue());
                    case output -> OutputSchema.tree();
                };
        out().println(global.output == OutputForm.yaml ? MachineOutput.yaml(schema) : MachineOutput.json(schema));
        return ExitCode.OK;
    }
}
