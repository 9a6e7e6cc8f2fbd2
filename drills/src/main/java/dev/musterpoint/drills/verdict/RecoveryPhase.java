package dev.musterpoint.drills.verdict;

/** The phases that recovery is billed by. */
public enum RecoveryPhase {
    /** From the fault to the alert. */
    DETECTION,
    /** From the alert to the decision to act. */
    DECISION,
    /** From the first step that acts to the end of the last. */
    ACTION,
    /** From the end of acting to the first good answer on a fresh connection. */
    ROUTING,
    /** From there to the first good answer on a pooled connection. */
    CLIENTS,
    /** From the first right answer, however slow, to the first of those within the limit. */
    WARM_UP,
    /** From the fault until standbys, replicas or zones are at full strength again: until then another fault would do harm. */
    REDUNDANCY,
    /** From when the service was back to the end of the last step. */
    WORK_AFTER
}
