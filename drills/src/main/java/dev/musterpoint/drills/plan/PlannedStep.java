package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.RunbookStep;
import java.util.Objects;

/** A step in its place; {@code number} counts from 1 within its stage. */
public record PlannedStep(StepStage stage, int number, RunbookStep step) {
    public PlannedStep {
        // Plans stored before there were other stages have the runbook's steps alone.
        stage = stage == null ? StepStage.RUNBOOK : stage;
        Checks.atLeast(number, 1, "number");
        Objects.requireNonNull(step);
    }

    /** A step of the runbook. */
    public PlannedStep(int number, RunbookStep step) {
        this(StepStage.RUNBOOK, number, step);
    }
}
