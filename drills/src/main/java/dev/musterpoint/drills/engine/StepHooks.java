package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.PlannedStep;

/** What else is done around the steps of a runbook. Called on the run's thread. */
interface StepHooks {
    /** Nothing else is done. */
    StepHooks NONE = new StepHooks() {};

    /** The step waits until this is done; its failure does not keep the step from being performed. */
    default Task<Void> before(PlannedStep step) {
        Task<Void> nothing = new Task<>();
        nothing.complete(null, null);
        return nothing;
    }

    /** The step begins; {@code at} is after that was journalled, and before anything of it was done. */
    default void started(PlannedStep step, Moment at) {}
}
