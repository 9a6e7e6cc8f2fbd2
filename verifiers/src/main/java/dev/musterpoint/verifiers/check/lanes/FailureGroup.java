package dev.musterpoint.verifiers.check.lanes;

/**
 * The last k* failures. When they lie within {@link ResidualRate#WITHIN} probes, residual errors do not explain them: one of
 * them at least is an outage's, no earlier than the start of the first and no later than their latest reach. With k* = 1 it
 * is each failure by itself.
 */
final class FailureGroup {
    private final LaneRules rules;
    private final long[] numbers;
    private final long[] starts;
    private final long[] ends;
    private long seen;

    FailureGroup(LaneRules rules) {
        this.rules = rules;
        int proof = rules.residual().proof();
        numbers = new long[proof];
        starts = new long[proof];
        ends = new long[proof];
    }

    /** The next failure, of the probe with this number. @return whether the last k* are proof */
    boolean bad(long number, long a, long c) {
        int at = (int) (seen++ % numbers.length);
        numbers[at] = number;
        starts[at] = a;
        ends[at] = c;
        return seen >= numbers.length && number - numbers[first()] < ResidualRate.WITHIN;
    }

    private int first() {
        return (int) (seen % numbers.length);
    }

    /** Whether a failure will be forgotten with the next. */
    boolean full() {
        return seen >= numbers.length;
    }

    /** The start of the first of them. */
    long from() {
        return starts[first()];
    }

    /** The latest moment at which what one of them proves can have happened. */
    long reach() {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < starts.length; i++) {
            latest = Math.max(latest, rules.reach(starts[i], ends[i]));
        }
        return latest;
    }

    /** By when one of them had been seen to fail. */
    long seenBy() {
        long latest = Long.MIN_VALUE;
        for (long end : ends) {
            latest = Math.max(latest, end);
        }
        return latest;
    }
}
