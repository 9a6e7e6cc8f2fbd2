package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.recovery.Waiting;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/**
 * Time that passes only when everybody waits: a clock and its events, run in order of time and then of making. Work runs
 * on threads of its own, but one at a time, so that the same script gives the same run every time. Touched by whoever has
 * the turn, hence not thread-safe.
 */
public final class VirtualTime implements RunClock, Waiting {
    private static final Instant EPOCH = Instant.parse("2026-11-21T09:00:00Z");
    /** What has not happened by then never will; a test that gets here waits for something that nobody does. */
    private static final Moment END = Moment.START.plus(Duration.ofHours(3));

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private volatile long nanos;
    private long made;
    private long suspends;
    private Duration wallStep = Duration.ZERO;

    @Override
    public Moment now() {
        return new Moment(nanos);
    }

    @Override
    public Instant instant() {
        return EPOCH.plusNanos(nanos).plus(wallStep);
    }

    @Override
    public ClockIdentity identity() {
        return new ClockIdentity("virtual", suspends);
    }

    /** Somebody sets the wall clock by {@code step}, so long from now. */
    public void setWallAfter(Duration delay, Duration step) {
        after(delay, () -> wallStep = wallStep.plus(step));
    }

    /** The machine sleeps, so long from now. */
    public void sleepAfter(Duration delay) {
        after(delay, () -> suspends++);
    }

    /** Runs {@code event} on the thread that moves time, {@code delay} from now. */
    public void after(Duration delay, Runnable event) {
        events.add(new Event(now().plus(delay), made++, event));
    }

    /** Runs {@code event} at {@code when}; at once if that has passed. */
    public void at(Moment when, Runnable event) {
        events.add(new Event(when.isBefore(now()) ? now() : when, made++, event));
    }

    /** Runs {@code work} beside the thread that moves time, from the next time on that somebody waits. */
    void start(Runnable work) {
        after(Duration.ZERO, () -> VirtualWorker.run(work));
    }

    /**
     * Moves to the next event and runs it, or to {@code limit} if that comes first.
     *
     * @throws AssertionError when time has come to its end
     */
    void step(Moment limit) {
        if (now().isAfter(END)) {
            throw new AssertionError("still waiting after " + END.minus(Moment.START) + " of virtual time");
        }
        Event next = events.peek();
        if (next == null || next.at().isAfter(limit)) {
            nanos = Math.min(limit.nanos(), END.nanos() + 1);
            return;
        }
        events.remove();
        nanos = Math.max(nanos, next.at().nanos());
        next.message().run();
    }

    /** Lets {@code duration} pass for the caller. */
    @Override
    public void pause(Duration duration) {
        spend(duration, new Cancellation());
    }

    /** A caller outside of the workers has nobody who could go on without it, so it waits for the end and is told then. */
    @Override
    public <T> T within(Duration limit, Callable<T> call) throws Exception {
        VirtualWorker worker = VirtualWorker.current();
        Moment latest = now().plus(limit);
        FutureTask<T> task = new FutureTask<>(call);
        if (worker == null) {
            task.run();
        } else {
            Runnable wake = worker.waker();
            start(() -> {
                task.run();
                after(Duration.ZERO, wake);
            });
            after(limit, wake);
            worker.rest();
        }
        if (!task.isDone() || now().isAfter(latest)) {
            throw new TimeoutException("it had not come back after " + limit);
        }
        return value(task);
    }

    private static <T> T value(FutureTask<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /**
     * Lets {@code duration} pass for the caller, or less when it is no longer wanted.
     *
     * @throws java.util.concurrent.CancellationException when no longer wanted
     */
    public void spend(Duration duration, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        VirtualWorker worker = VirtualWorker.current();
        if (worker == null) {
            nanos += duration.toNanos();
            return;
        }
        Runnable wake = worker.waker();
        after(duration, wake);
        cancellation.onCancel(() -> after(Duration.ZERO, wake));
        worker.rest();
        cancellation.throwIfCancelled();
    }

    private record Event(Moment at, long order, Runnable message) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
