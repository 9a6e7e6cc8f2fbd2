package dev.musterpoint.verifiers.check.lanes;

import java.util.Optional;

/**
 * Looks for the qualifying run in a stream of observations in order of actual start. A run that comes before the first
 * proven failure is not recovery, for an outage may begin late; so it is looked for only after one. Where there are residual
 * errors a single failure ends it only among its first answers; later ones must only not be proof.
 */
final class RunSearch {
    private final LaneRules rules;
    private boolean sawBad;
    private Run found;
    private Run current;
    private int count;
    private int tail;
    private long from;
    private long back;
    private long seenBy;

    RunSearch(LaneRules rules) {
        this.rules = rules;
    }

    void good(long a, long c) {
        if (count == 0) {
            from = a;
            back = c;
            seenBy = c;
        }
        count = Math.min(count, rules.length()) + 1;
        back = count <= rules.first() ? Math.max(back, c) : back;
        seenBy = Math.max(seenBy, c);
        boolean longEnough = count >= rules.length() && a - back >= rules.over();
        tail = longEnough ? Math.min(tail, rules.tail()) + 1 : 0;
        if (current == null && tail >= rules.tail()) {
            current = new Run(from, back, a, seenBy);
            found = sawBad && found == null ? current : found;
        }
    }

    /** A proven failure ends the run under way, and from here on runs count. */
    void bad() {
        sawBad = true;
        unknown();
    }

    /** A failure that residual errors may explain. */
    void failed() {
        tail = 0;
        if (count < rules.length()) {
            unknown();
        }
    }

    /** A hole, or an observation that proves nothing, ends the run under way. */
    void unknown() {
        count = 0;
        tail = 0;
        current = null;
    }

    /** The earliest qualifying run after the first proven failure. */
    Optional<Run> found() {
        return Optional.ofNullable(found);
    }

    /** The qualifying run that is still under way. */
    Optional<Run> current() {
        return Optional.ofNullable(current);
    }
}
