package dev.musterpoint.drills.spec;

/** The part of recovery that a runbook step belongs to. */
public enum StepPart {
    DETECT,
    DECIDE,
    ACT,
    /** The act that takes a service from one server and gives it to another: a fail-back's time counts from its start. */
    SWITCH,
    CHECK
}
