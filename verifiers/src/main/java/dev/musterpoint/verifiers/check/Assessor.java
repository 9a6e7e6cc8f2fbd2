package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.Verifier;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Assesses a run: the worst verdict over its objectives, beside how it ended and what it left. A run that did not complete
 * is never a pass: its verdict is {@link Verdict#MEASUREMENT_INVALID} unless an objective's is worse.
 */
public final class Assessor {
    private final Verifier verifier;

    public Assessor(Verifier verifier) {
        this.verifier = Objects.requireNonNull(verifier);
    }

    /** Assesses by the rules of this release. */
    public static Assessor standard() {
        return new Assessor(new StandardVerifier());
    }

    public Assessment assess(DrillPlan plan, EvidenceLog evidence) {
        RunEnding ending = RunEnding.of(evidence);
        List<Finding> findings = new ArrayList<>(verifier.verify(plan, evidence));
        Verdict verdict = worst(findings);
        if (ending.outcome() != RunOutcome.COMPLETED) {
            findings.add(new Issue(
                    "RUN_NOT_COMPLETED",
                    Severity.CRITICAL,
                    "the run ended " + ending.outcome() + "; whatever its objectives show, it is not a pass"));
            verdict = Verdict.worst(List.of(verdict, Verdict.MEASUREMENT_INVALID));
        }
        return new Assessment(
                verifier.ruleset(), ending.runId(), ending.outcome(), verdict, ending.cleanUp(), findings);
    }

    private static Verdict worst(List<Finding> findings) {
        return Verdict.worst(findings.stream()
                .filter(ObjectiveJudged.class::isInstance)
                .map(ObjectiveJudged.class::cast)
                .map(ObjectiveJudged::verdict)
                .toList());
    }
}
