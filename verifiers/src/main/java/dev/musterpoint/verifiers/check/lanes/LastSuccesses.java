package dev.musterpoint.verifiers.check.lanes;

import java.util.OptionalLong;

/** The starts of the last j good answers in a row: an outage that comes next began after the oldest of them. */
final class LastSuccesses {
    private final long[] starts;
    private long seen;

    LastSuccesses(int first) {
        starts = new long[first];
    }

    void good(long a) {
        starts[(int) (seen++ % starts.length)] = a;
    }

    void forget() {
        seen = 0;
    }

    /** The start of the j-th last; empty when there were fewer than j. */
    OptionalLong oldest() {
        return seen < starts.length ? OptionalLong.empty() : OptionalLong.of(starts[(int) (seen % starts.length)]);
    }
}
