package dev.musterpoint.shell.command;

import dev.musterpoint.shell.reference.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code muster reference}: makes docs/reference.md; for those who work on Musterpoint, so help does not list it. */
@Command(name = "reference", hidden = true, description = "Print the reference of drill and runbook files as Markdown.")
public final class ReferenceCommand extends MusterCommand {
    public ReferenceCommand(App app) {
        super(app);
    }

    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    @Override
    ExitCode execute() {
        Map<Integer, String> exitCodes = new LinkedHashMap<>();
        for (ExitCode each : ExitCode.values()) {
            exitCodes.put(each.code(), each.meaning());
        }
        String markdown = new Reference(app().catalogue()).markdown(exitCodes);
        print(markdown, () -> out().print(markdown));
        return ExitCode.OK;
    }
}
