package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.console.RunSummary;
import dev.musterpoint.verifiers.check.Assessor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster run assess ID} */
@Command(
        name = "assess",
        description = "Judge a run's evidence again, and compare with what was stored, byte for byte. Changes nothing."
                + " Exit code 7 when they differ.",
        footer = {"", "Example:", "  muster run assess last"})
public final class RunAssessCommand extends MusterCommand {
    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id, a part of it that fits one run, or 'last'")
    private String id;

    public RunAssessCommand(App app) {
        super(app);
    }

    /** What judging again came to, for machines. */
    record Result(String runId, String ruleset, boolean same, Assessment assessment) {}

    @Override
    ExitCode execute() throws IOException {
        RunDirectory run = app().run(id);
        if (!Files.exists(run.assessment())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "run " + run.runId() + " was not judged yet: it is running, or its runner died; 'muster recover "
                            + run.runId() + "' finishes a dead one");
        }
        RunReader evidence = new RunReader(run);
        Assessment again = Assessor.standard().assess(evidence.plan(), evidence);
        boolean same = Arrays.equals(RunReader.encode(again), Files.readAllBytes(run.assessment()));
        print(new Result(run.runId(), again.ruleset(), same, again), () -> tell(evidence.plan(), again, same));
        return same ? ExitCode.OK : ExitCode.UNVERIFIED;
    }

    private void tell(DrillPlan plan, Assessment again, boolean same) {
        RunSummary summary = new RunSummary(console().ink());
        out().println(summary.headline(plan, again));
        summary.details(again, out());
        out().println(
                        same
                                ? console().ink().good("the same") + ": ruleset " + again.ruleset()
                                        + " gives the stored assessment again, byte for byte"
                                : console().ink().bad("not the same") + ": ruleset " + again.ruleset()
                                        + " gives the above, and assessment.json says otherwise; 'muster verify' tells"
                                        + " what was changed");
    }
}
