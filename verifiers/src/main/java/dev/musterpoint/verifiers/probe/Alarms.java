package dev.musterpoint.verifiers.probe;

import dev.musterpoint.drills.evidence.Moment;

/** Does things at their time. */
interface Alarms extends AutoCloseable {
    /** Runs {@code action} once {@code due} has come, at once if it has passed. Actions must be short: they share a thread. */
    Alarm at(Moment due, Runnable action);

    @Override
    void close();

    /** Something yet to be done. */
    @FunctionalInterface
    interface Alarm {
        void cancel();
    }
}
