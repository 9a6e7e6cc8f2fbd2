package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster report ID} */
@Command(
        name = "report",
        description = "Print where a run's reports are, or open one.",
        subcommands = {ReportOpenCommand.class},
        footer = {"", "Examples:", "  muster report last", "  muster report open last"})
public final class ReportCommand extends MusterCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id, a part of it that fits one run, or 'last'")
    private String id;

    public ReportCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() throws IOException {
        if (id == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "which run? 'muster run list' shows them, and 'last' is the newest");
        }
        RunDirectory run = app().run(id);
        if (!run.isSealed() || !Files.isDirectory(run.report())) {
            throw none(run);
        }
        Map<String, String> reports = new TreeMap<>();
        try (Stream<Path> files = Files.list(run.report())) {
            files.forEach(file -> reports.put(file.getFileName().toString(), file.toString()));
        }
        print(reports, () -> reports.values().forEach(path -> out().println(path)));
        return ExitCode.OK;
    }

    static CommandFailure none(RunDirectory run) {
        return new CommandFailure(
                ExitCode.USAGE,
                "run " + run.runId() + " has no report yet: it is running, or its runner died; 'muster recover "
                        + run.runId() + "' finishes a dead one");
    }
}
