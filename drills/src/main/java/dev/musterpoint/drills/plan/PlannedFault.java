package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.FaultSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fault with its targets chosen. {@code number} counts from 1 in the order of injection and is part of the owner mark.
 *
 * @param forecast what planning foresaw of it; empty for faults of which nothing can be foreseen
 */
public record PlannedFault(int number, FaultSpec spec, List<Target> targets, Optional<Forecast> forecast) {
    public PlannedFault {
        Checks.atLeast(number, 1, "number");
        Objects.requireNonNull(spec);
        targets = List.copyOf(targets);
        // A plan stored before there were forecasts has none.
        forecast = forecast == null ? Optional.empty() : forecast;
    }

    /** A fault of which nothing was foreseen. */
    public PlannedFault(int number, FaultSpec spec, List<Target> targets) {
        this(number, spec, targets, Optional.empty());
    }
}
