package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.engine.AbortSwitch.AbortRequest;

/** Leaves the phases of a run behind for recovery. */
final class RunAborted extends Exception {
    private static final long serialVersionUID = 1L;

    RunAborted(AbortRequest request) {
        super(request.by() + ": " + request.reason());
    }
}
