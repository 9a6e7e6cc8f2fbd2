package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.spec.RunbookStep;

/** Does one automated runbook step. */
public interface StepExecutor {
    /**
     * Returns when the step is done. Called off the run's thread; must honour cancellation, which also comes when the
     * step's timeout has passed.
     *
     * @return what was done, in a few words
     * @throws Exception when the step failed, with a message that says what to do
     */
    String execute(RunbookStep.Automated step, ProbeStates probes, Cancellation cancellation) throws Exception;

    /** As above, for types that publish outputs. Every output that the step declares is published, or the step fails. */
    default String execute(RunbookStep.Automated step, ProbeStates probes, Cancellation cancellation, Outputs outputs)
            throws Exception {
        return execute(step, probes, cancellation);
    }
}
