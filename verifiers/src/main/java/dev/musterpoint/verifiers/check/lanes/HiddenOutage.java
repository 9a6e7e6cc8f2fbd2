package dev.musterpoint.verifiers.check.lanes;

import java.util.OptionalLong;

/**
 * How long an outage could be and still hide between good answers: the longest time from one start to the completion of
 * the j answers after it, the edge at T0⁻ included. Starts must come in order.
 */
final class HiddenOutage {
    private final long earliest;
    private final long[] starts;
    private final long[] ends;
    private int seen;
    private long longest = -1;

    HiddenOutage(int first, long earliest) {
        this.earliest = earliest;
        starts = new long[first + 1];
        ends = new long[first + 1];
        put(earliest, earliest);
    }

    void good(long a, long c) {
        if (a >= earliest) {
            put(a, c);
        }
    }

    private void put(long a, long c) {
        int at = seen++ % starts.length;
        starts[at] = a;
        ends[at] = c;
        int oldest = seen % starts.length;
        if (seen >= starts.length) {
            longest = Math.max(longest, latestOfOthers(oldest) - starts[oldest]);
        }
    }

    private long latestOfOthers(int oldest) {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < ends.length; i++) {
            latest = i == oldest ? latest : Math.max(latest, ends[i]);
        }
        return latest;
    }

    /** In nanoseconds; empty when there were fewer than j answers. */
    OptionalLong longest() {
        return longest < 0 ? OptionalLong.empty() : OptionalLong.of(longest);
    }
}
