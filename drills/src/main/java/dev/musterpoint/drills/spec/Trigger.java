package dev.musterpoint.drills.spec;

/** What a drill's time is counted from. */
public enum Trigger {
    /** A fault that the drill injects. */
    FAULT,
    /** A disaster that is declared: the response begins, and its steps do what a real one would (a restore, a rebuild). */
    DECLARED,
    /** An incident that happens by itself while the drill watches. */
    OBSERVED,
    /** A runbook that is carried out by itself: nothing is broken, and its steps are all that is timed. No file says so. */
    EXERCISE
}
