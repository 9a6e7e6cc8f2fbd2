package dev.musterpoint.drills.spec;

import java.time.Duration;

/**
 * How long the parts of a run may take.
 *
 * @param baseline       how long the steady state is watched before the first fault
 * @param deadline       how long after the first fault recovery is waited for
 * @param stableFor      how long the service is watched for relapse after recovery is confirmed
 * @param pauseThreshold θ, the shortest pause of the runner that is recorded
 * @param pauseTick      the period of the pause detector
 */
public record Timing(
        Duration baseline, Duration deadline, Duration stableFor, Duration pauseThreshold, Duration pauseTick) {
    public static final Duration DEFAULT_PAUSE_THRESHOLD = Duration.ofMillis(20);
    public static final Duration DEFAULT_PAUSE_TICK = Duration.ofMillis(5);

    public Timing {
        Checks.positive(baseline, "baseline");
        Checks.positive(deadline, "deadline");
        Checks.notNegative(stableFor, "stableFor");
        Checks.positive(pauseThreshold, "pauseThreshold");
        Checks.positive(pauseTick, "pauseTick");
    }

    /** σ = 2θ + tick: what the runner's own undetected pauses can add to one observation. */
    public Duration slack() {
        return pauseThreshold.multipliedBy(2).plus(pauseTick);
    }
}
