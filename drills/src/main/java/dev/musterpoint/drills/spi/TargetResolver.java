package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import java.util.List;
import java.util.Optional;

/** Turns a fault's selector into named targets, reading only. */
public interface TargetResolver {
    /**
     * Whether resolving asks a system that exists, by network. Then it is done only where the policy allows targets outside a
     * sandbox at all: a drill file alone makes nobody call anybody.
     */
    default boolean asks() {
        return false;
    }

    /**
     * @param system what is known of the fault's system when planning; empty when the fault names none
     * @throws InjectionException when the selector cannot be resolved; an empty list means it selects nothing
     */
    List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) throws InjectionException;

    /**
     * What the fault should do to what its targets are part of, and what is ill prepared for it, reading only; empty for types of
     * which nothing can be foreseen. Never a reason to refuse the plan.
     *
     * @param targets what {@link #resolve} gave, all of it
     * @throws InjectionException what keeps anything from being foreseen
     */
    default Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, Optional<SystemFacts> system)
            throws InjectionException {
        return Optional.empty();
    }
}
