package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.engine.Guard;

/** A watchdog that comes up, or does not. */
public final class RecordingGuard implements Guard {
    private RuntimeException failure;
    private boolean started;
    private boolean closed;

    public RecordingGuard failing(RuntimeException error) {
        failure = error;
        return this;
    }

    public boolean isStarted() {
        return started;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public long start() {
        if (failure != null) {
            throw failure;
        }
        started = true;
        return 4242;
    }

    @Override
    public void close() {
        closed = true;
    }
}
