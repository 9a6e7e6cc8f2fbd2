package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.engine.RunLoop;
import dev.musterpoint.drills.engine.Task;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.recovery.Waiting;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** The run's loop in virtual time: waiting moves the clock from event to event. */
public final class VirtualRunLoop implements RunLoop {
    private final VirtualTime time;

    public VirtualRunLoop(VirtualTime time) {
        this.time = time;
    }

    @Override
    public RunClock clock() {
        return time;
    }

    @Override
    public void post(Runnable message) {
        time.after(Duration.ZERO, message);
    }

    @Override
    public <T> Task<T> start(String name, Callable<T> work) {
        Task<T> task = new Task<>();
        time.start(() -> run(task, work));
        return task;
    }

    private <T> void run(Task<T> task, Callable<T> work) {
        T result = null;
        Throwable failure = null;
        try {
            result = work.call();
        } catch (Throwable e) {
            failure = e;
        }
        complete(task, result, failure);
    }

    private <T> void complete(Task<T> task, T result, Throwable failure) {
        post(() -> task.complete(result, failure));
    }

    @Override
    public void after(Duration delay, Runnable message) {
        time.after(delay, message);
    }

    @Override
    public void every(Duration period, Runnable message) {
        after(period, () -> {
            every(period, message);
            message.run();
        });
    }

    @Override
    public boolean await(BooleanSupplier condition, Moment deadline) {
        while (!condition.getAsBoolean()) {
            if (!time.now().isBefore(deadline)) {
                return false;
            }
            time.step(deadline);
        }
        return true;
    }

    @Override
    public Waiting waiting() {
        return time;
    }

    @Override
    public void close() {
        // Nothing is held: whatever still waits, waits for ever.
    }
}
