package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Timing;
import java.time.Duration;

/**
 * The numbers that one lane is judged by; times in nanoseconds.
 *
 * @param every        Δ
 * @param latencyBelow ℓ
 * @param timeout      τ
 * @param slack        σ
 * @param perTick      K
 * @param length       max(N, j), the fewest good answers of a qualifying run
 * @param first        j, how many of them carry the upper bound
 * @param over         W
 * @param residual     ε and k*
 */
public record LaneRules(
        long every,
        long latencyBelow,
        long timeout,
        long slack,
        int perTick,
        int length,
        int first,
        long over,
        ResidualRate residual) {

    /** Numbers by which every failure counts. */
    public LaneRules(
            long every, long latencyBelow, long timeout, long slack, int perTick, int length, int first, long over) {
        this(every, latencyBelow, timeout, slack, perTick, length, first, over, ResidualRate.NONE);
    }

    /** Numbers by which every failure counts. */
    public static LaneRules of(ProbeSpec probe, Timing timing, Confirmation confirm) {
        return new LaneRules(
                probe.every().toNanos(),
                probe.latencyBelow().toNanos(),
                probe.timeout().toNanos(),
                timing.slack().toNanos(),
                probe.perTick(),
                confirm.length(),
                confirm.first(),
                confirm.over().toNanos());
    }

    /** The same with residual errors. */
    public LaneRules with(ResidualRate other) {
        return new LaneRules(every, latencyBelow, timeout, slack, perTick, length, first, over, other);
    }

    /** M: how many probes there are before the deadline. */
    public double probes(Duration deadline) {
        return Math.ceil((double) deadline.toNanos() / every * perTick);
    }

    /**
     * How many good answers in a row, W after the first j, make a run long enough. Where single failures do not end a run
     * it takes as many as failures are counted among: what began before W was over would have shown.
     */
    int tail() {
        return residual.everyFailureCounts() ? 1 : Math.max(length, ResidualRate.WITHIN);
    }

    /** 2Δ: neighbouring starts further apart than this leave a hole. */
    public long hole() {
        return 2 * every;
    }

    /** The latest moment at which the failure that a {@link Sight#BAD} observation proves can have happened. */
    public long reach(long a, long c) {
        return Math.min(c, a + latencyBelow + slack);
    }

    /**
     * deadline + W + τ + jΔ/K: how long after T0⁻ the lane is watched at the most. Where there are residual errors a run takes
     * longer, for it begins and ends with answers without one, and may have to begin again.
     */
    public Duration watch(Duration deadline) {
        long spare = residual.everyFailureCounts() ? 0 : 3L * tail();
        long firstAnswers = ((first + spare) * every + perTick - 1) / perTick;
        return deadline.plusNanos(over + timeout + firstAnswers);
    }

    /** The failing share that j good answers in a row rule out with an error of 10⁻³: 1 − α^(1/j). */
    public double noticedShare() {
        return 1 - Math.pow(1e-3, 1.0 / first);
    }
}
