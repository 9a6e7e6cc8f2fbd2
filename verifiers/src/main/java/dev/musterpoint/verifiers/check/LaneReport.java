package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import java.util.List;
import java.util.Optional;

/**
 * All that was found on one lane: its summary, its verdict on each recovery time, the objectives on its windows, and how it
 * came back, if it did and a recovery time is judged on it.
 */
record LaneReport(
        Optional<LaneSeen> seen,
        List<OfObjective> verdicts,
        List<ObjectiveJudged> windows,
        Optional<LaneReturn> returned) {
    LaneReport {
        verdicts = List.copyOf(verdicts);
        windows = List.copyOf(windows);
    }

    record OfObjective(String objective, LaneVerdict verdict) {}
}
