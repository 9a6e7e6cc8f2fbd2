package dev.musterpoint.drills.evidence;

/** What the client was told of its write. */
public enum WriteOutcome {
    /** COMMIT returned. */
    ACKNOWLEDGED,
    /** It cannot be there: the error came before COMMIT was sent, or its SQLSTATE is of class 22, 23 or 40. */
    FAILED,
    /** Neither: the connection broke or timed out after COMMIT was sent. */
    UNKNOWN
}
