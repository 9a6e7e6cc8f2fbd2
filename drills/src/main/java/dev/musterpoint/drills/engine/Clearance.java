package dev.musterpoint.drills.engine;

import java.util.Optional;

/**
 * Whether a run may go on, as those who may forbid it see it at this moment: policy, freezes, the halt lever. Asked before
 * anything is changed and again right before each injection, off the run's thread.
 */
@FunctionalInterface
public interface Clearance {
    /** Nobody forbids anything: for tests, and for what changes nothing. */
    Clearance ALWAYS = Optional::empty;

    /**
     * Looks anew. What cannot be looked at counts as a no.
     *
     * @return why the run must not go on, and what to do; empty when it may
     */
    Optional<String> refusal();
}
