package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.ClockIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How it was measured, and what was not.
 *
 * @param clock       which clock the times are on; empty when the run never said
 * @param notMeasured one sentence for each thing that this run says nothing of
 */
public record Method(Optional<ClockIdentity> clock, Pauses pauses, List<String> notMeasured) {
    public Method {
        notMeasured = List.copyOf(notMeasured);
    }

    /** How often and how long the runner itself stood still. */
    public record Pauses(long count, Duration total, Duration longest) {}
}
