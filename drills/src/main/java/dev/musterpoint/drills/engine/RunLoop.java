package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.recovery.Waiting;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * The run's own thread and what runs beside it. Only {@link #post} and {@link #start} may be called from elsewhere. Real threads in
 * production, virtual time in tests.
 */
public interface RunLoop extends AutoCloseable {
    RunClock clock();

    /** Runs {@code message} on the run's thread, soon. */
    void post(Runnable message);

    /** Runs {@code work} elsewhere; the task completes on the run's thread. */
    <T> Task<T> start(String name, Callable<T> work);

    /** Runs {@code message} on the run's thread once, after {@code delay}. */
    void after(Duration delay, Runnable message);

    /** Runs {@code message} on the run's thread again and again, for as long as the loop lives. */
    void every(Duration period, Runnable message);

    /**
     * Handles messages until {@code condition} holds or the deadline passes.
     *
     * @return whether the condition held
     */
    boolean await(BooleanSupplier condition, Moment deadline);

    /**
     * Waits for a task that must come to its end whatever other messages meet meanwhile, such as undoing.
     *
     * @return whether it was done by the deadline
     * @throws RuntimeException the first failure of another message, once the wait is over
     */
    default boolean join(Task<?> task, Moment deadline) {
        return outlast(task::isDone, deadline);
    }

    /** As {@link #join}, for any condition. */
    default boolean outlast(BooleanSupplier condition, Moment deadline) {
        RuntimeException first = null;
        boolean over = false;
        while (!over) {
            try {
                await(condition, deadline);
                over = true;
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return condition.getAsBoolean();
    }

    /** How work that runs elsewhere lets time pass. */
    Waiting waiting();

    @Override
    void close();
}
