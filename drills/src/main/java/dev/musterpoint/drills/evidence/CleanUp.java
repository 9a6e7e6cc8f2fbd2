package dev.musterpoint.drills.evidence;

/** What is known of what a run left behind. */
public enum CleanUp {
    /** Everything was read back and nothing is left. */
    CLEAN,
    /** Something is known to be left. */
    DIRTY,
    /** It could not be read. */
    UNKNOWN;

    /** The worse of the two: dirty before unknown before clean. */
    public CleanUp and(CleanUp other) {
        if (this == DIRTY || other == DIRTY) {
            return DIRTY;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : CLEAN;
    }
}
