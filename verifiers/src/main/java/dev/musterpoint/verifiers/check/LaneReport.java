package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import java.util.List;
import java.util.Optional;

/** All that was found on one lane: its verdict on each objective that names it, and its summary. */
record LaneReport(Optional<LaneSeen> seen, List<OfObjective> verdicts) {
    LaneReport {
        verdicts = List.copyOf(verdicts);
    }

    record OfObjective(String objective, LaneVerdict verdict) {}
}
