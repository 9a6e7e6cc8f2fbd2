package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A thread that does nothing but wake every tick and see how late it is. Two wakings more than θ apart mean that this
 * process stood still in between, for whatever reason: collection, a busy machine, a stopped process.
 */
public final class PauseDetector implements AutoCloseable {
    private final RunClock clock;
    private final Duration tick;
    private final Duration threshold;
    private final Consumer<Pause> sink;
    private final Thread thread;
    private volatile boolean closed;

    private PauseDetector(RunClock clock, Duration tick, Duration threshold, Consumer<Pause> sink) {
        this.clock = clock;
        this.tick = tick;
        this.threshold = threshold;
        this.sink = sink;
        this.thread = new Thread(this::watch, "muster-pauses");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    /** Starts looking, with the plan's θ and tick. */
    public static PauseDetector start(RunClock clock, DrillPlan plan, Consumer<Pause> sink) {
        PauseDetector detector = new PauseDetector(
                clock, plan.spec().timing().pauseTick(), plan.spec().timing().pauseThreshold(), sink);
        detector.thread.start();
        return detector;
    }

    private void watch() {
        Moment last = clock.now();
        while (!closed) {
            LockSupport.parkNanos(tick.toNanos());
            Moment now = clock.now();
            if (now.minus(last).compareTo(threshold) > 0) {
                sink.accept(new Pause(last, now));
            }
            last = now;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
