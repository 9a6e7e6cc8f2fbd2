package dev.musterpoint.drills.spec;

/** The part of recovery that a runbook step belongs to. */
public enum StepPart {
    DETECT,
    DECIDE,
    ACT,
    CHECK
}
