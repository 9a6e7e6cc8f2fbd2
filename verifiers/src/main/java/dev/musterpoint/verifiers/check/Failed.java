package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** What a judge that failed leaves behind: never an exception, always a measurement that carries no verdict. */
final class Failed {
    private Failed() {}

    /** What happened, in words. */
    static String judge(RuntimeException e) {
        return "a judge that failed: " + e.getClass().getSimpleName()
                + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    static Issue issue(String what, RuntimeException e) {
        return new Issue("JUDGE_FAILED", Severity.CRITICAL, what + ": " + judge(e));
    }

    static ObjectiveJudged objective(Objective objective, RuntimeException e) {
        return new ObjectiveJudged(
                objective.name(),
                objective.kind(),
                Verdict.MEASUREMENT_INVALID,
                objective.target(),
                objective.most(),
                Optional.empty(),
                judge(e),
                List.of(),
                WindowRuling.target(objective));
    }
}
