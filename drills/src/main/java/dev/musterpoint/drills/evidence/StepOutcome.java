package dev.musterpoint.drills.evidence;

/** How a runbook step ended. */
public enum StepOutcome {
    DONE,
    FAILED,
    TIMED_OUT,
    /** It was not run, and the detail says why. */
    NOT_RUN
}
