package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.RunbookStep;
import java.util.Objects;

/** A runbook step in its place; {@code number} counts from 1. */
public record PlannedStep(int number, RunbookStep step) {
    public PlannedStep {
        Checks.atLeast(number, 1, "number");
        Objects.requireNonNull(step);
    }
}
