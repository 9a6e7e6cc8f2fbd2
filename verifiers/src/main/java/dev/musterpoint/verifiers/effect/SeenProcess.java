package dev.musterpoint.verifiers.effect;

import java.util.Objects;

/**
 * A process in one reading.
 *
 * @param started tells it from others that have had its id; compared, never read
 * @param state   the letter that {@code ps} gives its state
 */
record SeenProcess(long pid, long parent, String started, char state) {
    SeenProcess {
        Objects.requireNonNull(started);
    }

    boolean isThere() {
        return state != 'Z' && state != 'X';
    }

    boolean isStopped() {
        return state == 'T';
    }
}
