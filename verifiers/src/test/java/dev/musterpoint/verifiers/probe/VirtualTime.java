package dev.musterpoint.verifiers.probe;

import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A clock that a test moves, and the alarms that go off as it does. */
final class VirtualTime implements RunClock, Alarms {
    private final Queue<Pending> pending =
            new PriorityQueue<>(Comparator.comparing(Pending::due).thenComparing(Pending::number));
    private Moment now = Moment.START;
    private Duration lateness = Duration.ZERO;
    private long set;

    private record Pending(Moment due, long number, Runnable action) {}

    /** From now on each alarm goes off this late. */
    void lateBy(Duration by) {
        lateness = by;
    }

    /** Moves on, alarm by alarm. */
    void advance(Duration by) {
        Moment until = now.plus(by);
        while (!pending.isEmpty() && !pending.peek().due().plus(lateness).isAfter(until)) {
            Pending next = pending.remove();
            now = later(now, next.due().plus(lateness));
            next.action().run();
        }
        now = later(now, until);
    }

    /** Moves on with nobody there to see the alarms go off: they do when time next advances. */
    void standStill(Duration pause) {
        now = now.plus(pause);
    }

    private static Moment later(Moment one, Moment other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public Moment now() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(now.nanos());
    }

    @Override
    public ClockIdentity identity() {
        return new ClockIdentity("virtual", 0);
    }

    @Override
    public Alarm at(Moment due, Runnable action) {
        Pending entry = new Pending(due, set++, action);
        pending.add(entry);
        return () -> pending.remove(entry);
    }

    @Override
    public void close() {
        pending.clear();
    }
}
