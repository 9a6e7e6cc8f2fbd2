package dev.musterpoint.drills.evidence;

/** How a run ended; says nothing of what it showed. */
public enum RunOutcome {
    /** It went through all its phases. */
    COMPLETED,
    /** A person or a guardrail stopped it. */
    ABORTED,
    /** Policy, a lock or a check stopped it before anything was injected. */
    REFUSED,
    /** An error stopped it. */
    FAILED,
    /** The runner died, and somebody else sealed the run. */
    CRASHED
}
