package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.reports.verify.Problem;
import dev.musterpoint.reports.verify.RunVerification;
import dev.musterpoint.reports.verify.VerificationResult;
import dev.musterpoint.shell.console.Ink;
import dev.musterpoint.verifiers.check.Assessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** What verifying found, for machines. */
    record Result(String run, boolean holds, List<Problem> problems, List<String> notes) {}

    @Override
    ExitCode execute() {
        RunDirectory directory = directory();
        VerificationResult found = new RunVerification(Assessor.standard()::assess).verify(directory);
        Result result = new Result(directory.path().toString(), found.holds(), found.problems(), found.notes());
        print(result, () -> tell(directory, found));
        return found.holds() ? ExitCode.OK : ExitCode.UNVERIFIED;
    }

    private void tell(RunDirectory directory, VerificationResult found) {
        Ink ink = console().ink();
        found.problems().forEach(problem -> out().println(ink.bad("✗") + " " + problem));
        found.notes().forEach(note -> out().println(ink.faint("  note: " + note)));
        out().println(
                        found.holds()
                                ? ink.good("verified") + ": " + directory.runId() + " holds"
                                : ink.bad("not verified") + ": "
                                        + found.problems().size() + " of the evidence's checks failed");
    }

    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    private RunDirectory directory() {
        Path path = app().settings().here().resolve(run);
        return Files.exists(path.resolve("journal.jsonl")) || Files.exists(path.resolve("seal"))
                ? new RunDirectory(path.normalize())
                : app().run(run);
    }
}
