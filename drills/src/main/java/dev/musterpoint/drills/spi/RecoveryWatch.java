package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.plan.DrillPlan;
import java.time.Duration;

/**
 * Judges while the run goes on, by the same rules as the verdict, so that the engine knows when watching may end. Used
 * from the engine's thread alone.
 */
public interface RecoveryWatch {
    /** The baseline window is over. @return empty when it was steady, else what was not, in words */
    String baseline(Moment from, Moment to);

    /** T0⁻ of a fault, by the fault's name; or of what else started the response. */
    void faultStarted(String fault, Moment earliest);

    /** A fault that is planned will not come. What is counted from it alone is not waited for. */
    default void faultSkipped(String fault) {}

    void observed(String probe, Observation observation);

    void paused(Pause pause);

    /** All attempts of {@code probe} that started before {@code until} have been observed. */
    void completeUntil(String probe, Moment until);

    /** Whether every recovery-time objective has its qualifying run. */
    boolean confirmed();

    /** How long after the first fault the watch must end at the latest: the largest deadline + W + τ + jΔ/K. */
    Duration longest();

    /** Makes watches. */
    @FunctionalInterface
    interface Factory {
        RecoveryWatch watch(DrillPlan plan);
    }
}
