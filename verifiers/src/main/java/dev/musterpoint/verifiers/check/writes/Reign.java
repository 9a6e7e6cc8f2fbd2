package dev.musterpoint.verifiers.check.writes;

import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.Optional;

/** What one server acknowledged from its promotion to the event that ended its reign, and how much of it was lost. */
final class Reign {
    private static final long NONE = Long.MIN_VALUE;

    private final Optional<EndEvent> end;
    private final boolean succeeded;
    private final long successorFirst;

    private long lost;
    private long firstLostStart = Long.MAX_VALUE;
    private long lastLostStart = NONE;
    private long firstLostEnd = Long.MAX_VALUE;
    private long lastLostEnd = NONE;
    private boolean anyLost;
    private long acknowledged;
    private long lastSurvivor = NONE;
    private long lastSafe = NONE;
    private long holes;
    private long splitBrain;

    /**
     * A reign.
     *
     * @param end            what ended it; empty when it lasted
     * @param succeeded      whether another server reigned after it
     * @param successorFirst the first acknowledgement of that one; the largest number when none is known
     */
    Reign(Optional<EndEvent> end, boolean succeeded, long successorFirst) {
        this.end = end;
        this.succeeded = succeeded;
        this.successorFirst = successorFirst;
    }

    boolean succeeded() {
        return succeeded;
    }

    Optional<EndEvent> end() {
        return end;
    }

    /** An acknowledged write that is gone. */
    void lost(long a, long c) {
        lost++;
        lastLostStart = Math.max(lastLostStart, a);
        firstLostEnd = Math.min(firstLostEnd, c);
        lostByAny(a, c);
    }

    /** One that is gone and may have been this reign's: it can only raise the upper bound. */
    void lostByAny(long a, long c) {
        anyLost = true;
        firstLostStart = Math.min(firstLostStart, a);
        lastLostEnd = Math.max(lastLostEnd, c);
    }

    /** An acknowledged write that was read back. Told only after all that were lost. */
    void survived(long a, long c) {
        lastSurvivor = Math.max(lastSurvivor, a);
        if (c <= firstLostStart) {
            lastSafe = Math.max(lastSafe, a);
        }
        holes += a >= firstLostEnd ? 1 : 0;
    }

    /** Any acknowledgement of this server that belongs to this reign: was it still its to give? */
    void acknowledged(long a) {
        acknowledged++;
        boolean afterEnd =
                end.isPresent() && end.get().proven() && a > end.get().latest();
        splitBrain += succeeded && end.isPresent() && (afterEnd || a > successorFirst) ? 1 : 0;
    }

    /** How many acknowledgements are known to belong to it. */
    long acknowledged() {
        return acknowledged;
    }

    long holes() {
        return holes;
    }

    long splitBrain() {
        return splitBrain;
    }

    /**
     * The window of loss; empty for a reign that never ended and lost nothing.
     *
     * @param read when reading back began: what is gone without an event was gone by then
     */
    Optional<Interval> window(long read) {
        if (!anyLost) {
            return end.map(event -> upTo(Duration.ZERO, event.latest(), lastSurvivor));
        }
        long latestEnd = end.map(EndEvent::latest).orElse(read);
        return Optional.of(upTo(lower(), Math.max(latestEnd, lastLostEnd), lastSafe));
    }

    private Duration lower() {
        if (lost == 0) {
            return Duration.ZERO;
        }
        long earliestEnd = Math.max(end.map(EndEvent::earliest).orElse(NONE), lastLostStart);
        return Duration.ofNanos(Math.max(0, earliestEnd - firstLostEnd));
    }

    private static Interval upTo(Duration lower, long latestEnd, long survivor) {
        return survivor == NONE
                ? Interval.atLeast(lower)
                : Interval.of(lower, Duration.ofNanos(Math.max(0, latestEnd - survivor)));
    }
}
