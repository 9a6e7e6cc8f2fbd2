package dev.musterpoint.verifiers.probe;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.RunClock;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Alarms by the run's clock, on one thread. Each is set anew from the clock, so that lateness never adds up. */
final class ClockAlarms implements Alarms {
    private final RunClock clock;
    private final ScheduledThreadPoolExecutor timer;

    ClockAlarms(RunClock clock) {
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "probe-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Alarm at(Moment due, Runnable action) {
        long delay = Math.max(0, due.minus(clock.now()).toNanos());
        Future<?> future = timer.schedule(action, delay, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
