package dev.musterpoint.verifiers.check.lanes;

/**
 * The first cluster of failures, for the lower bound: up to m, the first proven failure that may have been followed by W
 * without one. What two failures prove can lie as far apart as from the start of the one to the {@link LaneRules#reach}
 * of the other; so far apart it is assumed to lie. Where it takes k* of them, the start is that of the first of the k*.
 */
final class FirstCluster {
    private final LaneRules rules;
    private final long earliest;
    private boolean seen;
    private boolean closed;
    private boolean mayComeSecond;
    private long hiddenFrom = Long.MAX_VALUE;
    private long last;
    private long earliestEnd = Long.MAX_VALUE;

    FirstCluster(LaneRules rules, long earliest) {
        this.rules = rules;
        this.earliest = earliest;
    }

    void bad(FailureGroup failures) {
        earliestEnd = Math.min(earliestEnd, failures.seenBy());
        long from = failures.from();
        long reach = failures.reach();
        if (!seen) {
            seen = true;
            last = from;
            mayComeSecond = hiddenFrom <= from && reach - hiddenFrom >= rules.over();
        } else if (!closed) {
            closed = reach - last >= rules.over();
            last = closed ? last : from;
        }
    }

    /** Nothing is proven of the time from {@code from} on; an outage may hide there and have ended W before the first seen. */
    void unknown(long from) {
        if (!seen) {
            hiddenFrom = Math.min(hiddenFrom, Math.max(from, earliest));
        }
    }

    boolean seen() {
        return seen;
    }

    /** The start of m. Defined once a failure was {@link #seen}. */
    long last() {
        return last;
    }

    /** Whether a hidden outage may have come and gone before all this: then the lower bound is zero. */
    boolean mayComeSecond() {
        return mayComeSecond;
    }

    /** L in nanoseconds. */
    long lower(Window window) {
        return !seen || mayComeSecond ? 0 : Math.max(0, last - window.lowerOrigin(earliestEnd));
    }
}
