package dev.musterpoint.drills.evidence;

/** Whether a condition held when it was looked at. */
public enum Holds {
    YES,
    NO,
    /** It could not be told; a fault that waits for it is then not injected. */
    UNKNOWN
}
