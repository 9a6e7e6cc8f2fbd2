package dev.musterpoint.drills.verdict;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import java.util.List;
import java.util.Objects;

/**
 * The judgement of a run: three separate axes (how it ended, what it showed, what it left) and the findings behind them.
 *
 * @param ruleset the rules that made it; a ruleset once released never changes
 */
public record Assessment(
        String ruleset, String runId, RunOutcome outcome, Verdict verdict, CleanUp cleanUp, List<Finding> findings) {
    public Assessment {
        Objects.requireNonNull(ruleset);
        Objects.requireNonNull(runId);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(cleanUp);
        findings = List.copyOf(findings);
    }

    /** The findings of one kind, in order. */
    public <T extends Finding> List<T> findings(Class<T> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
