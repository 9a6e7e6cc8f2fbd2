package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.ClockChanged;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
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
    private static final String SLEPT =
            "the machine slept or its clock changed during the run, so that its times are too short";

    private final Verifier verifier;

    public Assessor(Verifier verifier) {
        this.verifier = Objects.requireNonNull(verifier);
    }

    /** Assesses by the rules of this release. */
    public static Assessor standard() {
        return new Assessor(new StandardVerifier());
    }

    /** Evidence that cannot be read shows nothing: what was left is then as whoever recovered the run says. */
    public Assessment assess(DrillPlan plan, EvidenceLog evidence) {
        try {
            return judge(plan, evidence);
        } catch (EvidenceFormatException e) {
            RunEnding ending = RunEnding.ofWhatCanBeRead(evidence);
            Issue unreadable = new Issue("EVIDENCE_UNREADABLE", Severity.CRITICAL, e.getMessage());
            return new Assessment(
                    verifier.ruleset(),
                    ending.runId(),
                    ending.outcome(),
                    Verdict.MEASUREMENT_INVALID,
                    ending.cleanUp().and(CleanUp.UNKNOWN),
                    List.of(unreadable));
        }
    }

    private Assessment judge(DrillPlan plan, EvidenceLog evidence) {
        RunEnding ending = RunEnding.of(evidence);
        List<Finding> findings = new ArrayList<>(verifier.verify(plan, evidence));
        if (!JournalFacts.of(evidence).all(ClockChanged.class).isEmpty()) {
            findings.replaceAll(Assessor::untimed);
            findings.add(new Issue("CLOCK_CHANGED", Severity.CRITICAL, SLEPT));
        }
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

    /** A clock that stood still makes times too short: what was missed was missed, the rest is not known. */
    private static Finding untimed(Finding finding) {
        if (!(finding instanceof ObjectiveJudged judged)
                || judged.verdict().compareTo(Verdict.MEASUREMENT_INVALID) <= 0) {
            return finding;
        }
        return new ObjectiveJudged(
                judged.objective(),
                judged.kind(),
                Verdict.MEASUREMENT_INVALID,
                judged.target(),
                judged.atMost(),
                judged.measured(),
                SLEPT,
                judged.arithmetic());
    }

    private static Verdict worst(List<Finding> findings) {
        return Verdict.worst(findings.stream()
                .filter(ObjectiveJudged.class::isInstance)
                .map(ObjectiveJudged.class::cast)
                .map(ObjectiveJudged::verdict)
                .toList());
    }
}
