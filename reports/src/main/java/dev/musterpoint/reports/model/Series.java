package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Duration;
import java.util.List;

/**
 * Counts in equal buckets of time, from {@code from} on. What the three counts are is said by who holds the series.
 *
 * @param width the width of one bucket
 */
public record Series(Moment from, Duration width, List<Tally> buckets) {
    public Series {
        buckets = List.copyOf(buckets);
    }

    /** Counts of one bucket. */
    public record Tally(long first, long second, long third) {
        public static final Tally NONE = new Tally(0, 0, 0);

        public long total() {
            return first + second + third;
        }
    }

    /** Where bucket {@code index} begins. */
    public Moment start(int index) {
        return new Moment(from.nanos() + index * width.toNanos());
    }

    public Moment end() {
        return start(buckets.size());
    }
}
