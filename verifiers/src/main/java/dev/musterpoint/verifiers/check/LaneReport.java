package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import java.util.List;
import java.util.Optional;

/** All that was found on one lane: its summary, its verdict on each recovery time, and the objectives on its windows. */
record LaneReport(Optional<LaneSeen> seen, List<OfObjective> verdicts, List<ObjectiveJudged> windows) {
    LaneReport {
        verdicts = List.copyOf(verdicts);
        windows = List.copyOf(windows);
    }

    record OfObjective(String objective, LaneVerdict verdict) {}
}
