package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What to watch and how often.
 *
 * @param every        Δ, the time between two ticks of the open loop
 * @param timeout      τ, after which an attempt is given up
 * @param latencyBelow ℓ, the latency above which an answer is not good
 * @param perTick      K, attempts started at each tick
 * @param inFlight     the most attempts under way at once; one that finds no room is recorded as not started
 */
public record ProbeSpec(
        String name,
        String type,
        Optional<String> system,
        Duration every,
        Duration timeout,
        Duration latencyBelow,
        int perTick,
        int inFlight,
        Params params) {
    public static final Duration DEFAULT_EVERY = Duration.ofMillis(200);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);
    public static final Duration DEFAULT_LATENCY = Duration.ofSeconds(1);

    public ProbeSpec {
        Checks.text(name, "probe name");
        Checks.text(type, "probe type");
        Objects.requireNonNull(system);
        Checks.positive(every, "every");
        Checks.positive(timeout, "timeout");
        Checks.positive(latencyBelow, "latencyBelow");
        Checks.atLeast(perTick, 1, "perTick");
        Checks.atLeast(inFlight, 1, "inFlight");
        Objects.requireNonNull(params);
    }

    /** This probe with other parameters. */
    public ProbeSpec with(Params other) {
        return new ProbeSpec(name, type, system, every, timeout, latencyBelow, perTick, inFlight, other);
    }
}
