package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened, in order.
 *
 * @param leftOut events that are in the journal and not in this list, for it would be too long
 */
public record Timeline(List<Event> events, long leftOut) {
    public Timeline {
        events = List.copyOf(events);
    }

    /**
     * One event.
     *
     * @param since on the run's monotonic clock; empty for what another process wrote by its own
     */
    public record Event(Instant at, Optional<Moment> since, String actor, Mark mark, String what, String detail) {}

    /** What sort of event it is. */
    public enum Mark {
        PHASE,
        FAULT,
        STEP,
        CLEAN_UP,
        PROBLEM,
        NOTE
    }
}
