package dev.musterpoint.runbooks.step;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for no sign, only for time. */
final class PauseStep implements StepExecutor {
    static final String FOR = "for";

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation) throws InterruptedException {
        Duration length = step.params().duration(FOR, Duration.ZERO);
        if (length.compareTo(step.timeout()) >= 0) {
            throw new IllegalArgumentException("it is to wait for " + Durations.format(length)
                    + ", and is given up after " + Durations.format(step.timeout()) + "; raise 'timeout'");
        }
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        if (cancelled.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
            cancellation.throwIfCancelled();
        }
        return "waited for " + Durations.format(length);
    }
}
