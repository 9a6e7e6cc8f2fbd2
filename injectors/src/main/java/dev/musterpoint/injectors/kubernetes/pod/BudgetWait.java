package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How long an eviction that a disruption budget holds is waited for, and what becomes of it then.
 *
 * @param skip whether the pod is left alone when it is held for too long; otherwise the injection fails
 */
public record BudgetWait(Duration waitFor, boolean skip) {
    private static final String WAIT_FOR = "waitFor";
    private static final String WHEN_HELD = "whenHeld";
    private static final Duration DEFAULT = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofMillis(250);

    /** How drills say it. */
    public static List<Parameter> parameters() {
        return List.of(
                Parameter.optional(
                        WAIT_FOR,
                        ParameterType.DURATION,
                        "30s",
                        "How long to wait while a disruption budget holds the eviction; shorter than 'holdFor'"),
                Parameter.choice(
                        WHEN_HELD,
                        List.of("fail", "skip"),
                        "fail",
                        "What if it is held for longer: the injection fails and the run with it, or the pod stays and the"
                                + " run shows no effect"));
    }

    public static BudgetWait of(Params params) {
        return new BudgetWait(
                params.duration(WAIT_FOR, DEFAULT),
                params.text(WHEN_HELD, "fail").equals("skip"));
    }

    /**
     * A fault is undone when it has stood for {@code holdFor}, and its wait counts.
     *
     * @throws InjectionException when the wait is as long as that, or longer
     */
    public void requireWithin(Duration holdFor) throws InjectionException {
        if (waitFor.compareTo(holdFor) >= 0) {
            throw new InjectionException(
                    "'waitFor' (" + Durations.format(waitFor) + ") must be shorter than 'holdFor' ("
                            + Durations.format(holdFor) + "), or the fault ends while it waits");
        }
    }

    /** What asks once. @return what holds the eviction; empty when nothing does */
    public interface Attempt {
        String heldBy();
    }

    /**
     * How a wait ended.
     *
     * @param lastHeldBy what held the eviction last; empty when nothing ever did
     * @param over       whether nothing holds it any more
     */
    public record Wait(Duration waited, String lastHeldBy, boolean over) {}

    /** Asks again and again until nothing holds the eviction or time is up. */
    public Wait until(Attempt attempt, RunClock clock, Cancellation cancellation) throws InjectionException {
        Moment from = clock.now();
        CountDownLatch unwanted = new CountDownLatch(1);
        cancellation.onCancel(unwanted::countDown);
        cancellation.throwIfCancelled();
        String heldBy = attempt.heldBy();
        String last = heldBy;
        while (!heldBy.isEmpty() && clock.now().minus(from).compareTo(waitFor) < 0) {
            pause(unwanted);
            cancellation.throwIfCancelled();
            last = heldBy;
            heldBy = attempt.heldBy();
        }
        return new Wait(clock.now().minus(from), heldBy.isEmpty() ? last : heldBy, heldBy.isEmpty());
    }

    private static void pause(CountDownLatch unwanted) throws InjectionException {
        try {
            unwanted.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("the wait for a disruption budget was interrupted", e);
        }
    }
}
