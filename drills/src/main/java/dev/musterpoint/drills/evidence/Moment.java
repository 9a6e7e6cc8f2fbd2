package dev.musterpoint.drills.evidence;

import java.time.Duration;

/** A point on the run's one monotonic clock, in nanoseconds since the run started. Wall time is never subtracted. */
public record Moment(long nanos) implements Comparable<Moment> {
    public static final Moment START = new Moment(0);

    public Moment plus(Duration duration) {
        return new Moment(nanos + duration.toNanos());
    }

    /** This moment minus an earlier one; negative when {@code earlier} is in fact later. */
    public Duration minus(Moment earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    public boolean isBefore(Moment other) {
        return nanos < other.nanos;
    }

    public boolean isAfter(Moment other) {
        return nanos > other.nanos;
    }

    @Override
    public int compareTo(Moment other) {
        return Long.compare(nanos, other.nanos);
    }
}
