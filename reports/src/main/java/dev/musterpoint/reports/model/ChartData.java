package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import java.util.List;
import java.util.Optional;

/**
 * What the charts draw: streams summed up in buckets of time while they were read.
 *
 * @param fault  when the first fault was asked for and when its effect was seen; empty when there was none
 * @param end    where the run's time axis ends
 */
public record ChartData(Optional<FaultWindow> fault, Moment end, List<Lane> lanes, List<Writes> writes) {
    public ChartData {
        lanes = List.copyOf(lanes);
        writes = List.copyOf(writes);
    }

    /**
     * When the first fault acted.
     *
     * @param earliest T0⁻, taken before it was asked for
     * @param latest   T0⁺, the end of the read that saw its effect; empty when none did
     */
    public record FaultWindow(Moment earliest, Optional<Moment> latest) {}

    /** What one probe saw: of the whole run, and closer around the outage. */
    public record Lane(String probe, Series whole, Series detail) {}

    /**
     * Writes over time: acknowledged and kept, acknowledged and lost, not acknowledged.
     *
     * @param readBack whether lost writes could be told from kept ones
     */
    public record Writes(String workload, Series series, boolean readBack) {}
}
