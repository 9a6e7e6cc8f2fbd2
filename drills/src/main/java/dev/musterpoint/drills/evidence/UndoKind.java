package dev.musterpoint.drills.evidence;

/** How a change is undone. */
public enum UndoKind {
    /** By itself, always. */
    AUTO,
    /** By itself, if a condition that is read again at that moment holds. */
    IF,
    /** By a person; while that is pending the run is dirty. */
    MANUAL,
    /** Nothing of ours stays behind: a killed process is not ours to start again. */
    NONE
}
