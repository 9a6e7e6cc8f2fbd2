package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.run.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster report open ID} */
@Command(
        name = "open",
        description = "Open a run's report in the browser. Prints its path; where there is no browser, nothing else.",
        footer = {"", "Example:", "  muster report open last"})
public final class ReportOpenCommand extends MusterCommand {
    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id, a part of it that fits one run, or 'last'")
    private String id;

    public ReportOpenCommand(App app) {
        super(app);
    }

    /** Where the report is, for machines. */
    record Result(String runId, String report, boolean opened) {}

    @Override
    ExitCode execute() {
        RunDirectory run = app().run(id);
        Path report = run.report().resolve("report.html");
        if (!run.isSealed() || !Files.exists(report)) {
            throw ReportCommand.none(run);
        }
        boolean opened = Browser.ofThisMachine(System.getenv()).open(report);
        print(new Result(run.runId(), report.toString(), opened), () -> out().println(report));
        if (!opened) {
            say("there is no browser here; open the file where there is one");
        }
        return ExitCode.OK;
    }
}
