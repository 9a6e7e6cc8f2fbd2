package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.run.RunArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster run export ID} */
@Command(
        name = "export",
        description = "Write a sealed run into one file to hand on. The same run always gives the same bytes, and"
                + " 'muster verify' checks what it unpacks to.",
        footer = {"", "Examples:", "  muster run export last", "  muster run export last --to /mnt/audit/run.tar.gz"})
public final class RunExportCommand extends MusterCommand {
    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id, a part of it that fits one run, or 'last'")
    private String id;

    @Option(names = "--to", paramLabel = "FILE", description = "where to (default: RUN.tar.gz here)")
    private Path to;

    public RunExportCommand(App app) {
        super(app);
    }

    /** What was written, for machines. */
    record Result(String runId, String file, String sha256) {}

    @Override
    ExitCode execute() {
        RunDirectory run = app().run(id);
        if (!run.isSealed()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "run " + run.runId() + " is not sealed yet: it is running, or its runner died; 'muster recover "
                            + run.runId() + "' finishes a dead one");
        }
        Path file = app().settings().here().resolve(to == null ? Path.of(run.runId() + ".tar.gz") : to);
        if (Files.exists(file)) {
            throw new CommandFailure(ExitCode.USAGE, file + " is there already; remove it, or name another with --to");
        }
        RunArchive.write(run, file);
        Result result = new Result(run.runId(), file.toString(), Digests.of(file));
        print(result, () -> out().println(result.file() + "  sha256 " + result.sha256()));
        return ExitCode.OK;
    }
}
