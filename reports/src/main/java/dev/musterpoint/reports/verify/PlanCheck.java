package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.plan.DrillPlan;
import java.nio.file.Files;
import java.util.Optional;

/** What ran must be the stored plan, and the plan must be made from the stored drill. */
final class PlanCheck {
    private final RunDirectory run;
    private final Findings findings;

    PlanCheck(RunDirectory run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    /** @return the plan, when it is the one that ran */
    Optional<DrillPlan> check(Optional<RunStarted> started) {
        if (!Files.isRegularFile(run.plan())) {
            findings.add(ProblemKind.MISSING, "plan.json", "the plan that ran is not there");
            return Optional.empty();
        }
        if (started.isEmpty()) {
            findings.add(ProblemKind.MISSING, "journal.jsonl", 1, "it does not say which plan ran");
            return Optional.empty();
        }
        if (!Digests.of(run.plan()).equals(started.get().planDigest())) {
            findings.add(ProblemKind.DIGEST_MISMATCH, "plan.json", "it is not the plan that ran");
            return Optional.empty();
        }
        DrillPlan plan = new RunReader(run).plan();
        drill(plan);
        return Optional.of(plan);
    }

    private void drill(DrillPlan plan) {
        if (!Files.isRegularFile(run.drill())) {
            findings.add(ProblemKind.MISSING, "drill.yaml", "the drill that was planned is not there");
        } else if (!Digests.of(run.drill()).equals(plan.specDigest())) {
            findings.add(ProblemKind.DIGEST_MISMATCH, "drill.yaml", "it is not the drill that was planned");
        }
    }
}
