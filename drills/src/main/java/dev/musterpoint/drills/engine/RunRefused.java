package dev.musterpoint.drills.engine;

/** A check found, before anything was injected, that the drill must not go on. */
final class RunRefused extends RunFailed {
    private static final long serialVersionUID = 1L;

    RunRefused(String message) {
        super(message, null);
    }
}
