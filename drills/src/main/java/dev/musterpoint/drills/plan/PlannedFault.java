package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.FaultSpec;
import java.util.List;
import java.util.Objects;

/** A fault with its targets chosen. {@code number} counts from 1 in the order of injection and is part of the owner mark. */
public record PlannedFault(int number, FaultSpec spec, List<Target> targets) {
    public PlannedFault {
        Checks.atLeast(number, 1, "number");
        Objects.requireNonNull(spec);
        targets = List.copyOf(targets);
    }
}
