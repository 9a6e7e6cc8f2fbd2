package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Does a part of the run beside its thread, and waits for it unless the run is to stop. Owned by the run's thread. */
final class InterruptibleWork {
    private final RunLoop loop;
    private final Waits waits;
    private final Duration settling;

    /** @param settling how long work under way may take to end once the run is to stop */
    InterruptibleWork(RunLoop loop, Waits waits, Duration settling) {
        this.loop = loop;
        this.waits = waits;
        this.settling = settling;
    }

    void perform(String name, Moment deadline, Callable<Void> work) throws RunAborted, RunFailed {
        Task<Void> task = loop.start(name, work);
        boolean inTime;
        try {
            inTime = waits.until(task::isDone, deadline);
        } catch (RunAborted e) {
            loop.await(task::isDone, loop.clock().now().plus(settling));
            throw e;
        }
        if (!inTime) {
            throw new RunFailed(name + ": not done when the fault had to be lifted", null);
        }
        if (task.error().isPresent()) {
            throw new RunFailed(name + ": " + task.message(), task.error().get());
        }
    }
}
