package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What to break.
 *
 * @param target       how to select the targets; what keys it may hold is the fault type's to say
 * @param holdFor      the longest the fault may stand, enforced by the engine and again by the watchdog
 * @param effectWithin how long to look for the effect before the run ends with no effect
 * @param order        which other faults it waits for
 * @param when         what must hold right before it, or it is skipped; empty when it is injected in any case
 */
public record FaultSpec(
        String name,
        String type,
        Optional<String> system,
        Params target,
        Duration holdFor,
        Duration effectWithin,
        BlastRadius blastRadius,
        Params params,
        FaultOrder order,
        Optional<ConditionSpec> when) {
    public FaultSpec {
        Checks.text(name, "fault name");
        Checks.text(type, "fault type");
        Objects.requireNonNull(system);
        Objects.requireNonNull(target);
        Checks.positive(holdFor, "holdFor");
        Checks.positive(effectWithin, "effectWithin");
        Objects.requireNonNull(blastRadius);
        Objects.requireNonNull(params);
        // What was stored before faults could be ordered came in sequence.
        order = order == null ? FaultOrder.IN_SEQUENCE : order;
        // What was stored before faults could have conditions had none.
        when = when == null ? Optional.empty() : when;
    }

    /** A fault without a condition. */
    public FaultSpec(
            String name,
            String type,
            Optional<String> system,
            Params target,
            Duration holdFor,
            Duration effectWithin,
            BlastRadius blastRadius,
            Params params,
            FaultOrder order) {
        this(name, type, system, target, holdFor, effectWithin, blastRadius, params, order, Optional.empty());
    }

    /** A fault in sequence, without a condition. */
    public FaultSpec(
            String name,
            String type,
            Optional<String> system,
            Params target,
            Duration holdFor,
            Duration effectWithin,
            BlastRadius blastRadius,
            Params params) {
        this(name, type, system, target, holdFor, effectWithin, blastRadius, params, FaultOrder.IN_SEQUENCE);
    }

    /** This fault, injected only if {@code condition} holds. */
    public FaultSpec when(ConditionSpec condition) {
        return new FaultSpec(
                name, type, system, target, holdFor, effectWithin, blastRadius, params, order, Optional.of(condition));
    }

    /** This fault, injected in another order. */
    public FaultSpec ordered(FaultOrder other) {
        return new FaultSpec(name, type, system, target, holdFor, effectWithin, blastRadius, params, other, when);
    }
}
