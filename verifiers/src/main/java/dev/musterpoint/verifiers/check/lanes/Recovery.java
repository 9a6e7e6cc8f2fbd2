package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.verdict.Interval;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one lane says of recovery.
 *
 * @param shape    what kinds of observations there were
 * @param interval the recovery time
 * @param run      the qualifying run, if there is one
 * @param relapsed whether a proven failure followed the run
 * @param lasting  the recovery time by the run that reaches the end of the watch: the same, if that is the qualifying run
 * @param lastRun  that run
 * @param lastBad  m, the start of the failure that carries the lower bound; empty when there is none, or the bound is zero
 */
public record Recovery(
        Shape shape,
        Interval interval,
        Optional<Run> run,
        boolean relapsed,
        Interval lasting,
        Optional<Run> lastRun,
        OptionalLong lastBad) {

    /** What a lane saw from T0⁻ on. */
    public enum Shape {
        /** Only good answers, without a hole. */
        ALL_GOOD,
        /** No proven failure, but times of which nothing is known. */
        NO_PROVEN_FAILURE,
        /** Proven failures. */
        OUTAGE,
        /** Nothing at all. */
        NOTHING
    }

    public Recovery {
        Objects.requireNonNull(shape);
        Objects.requireNonNull(interval);
        Objects.requireNonNull(run);
        Objects.requireNonNull(lasting);
        Objects.requireNonNull(lastRun);
        Objects.requireNonNull(lastBad);
    }
}
