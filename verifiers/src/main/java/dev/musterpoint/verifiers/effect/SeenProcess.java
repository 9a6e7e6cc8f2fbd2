package dev.musterpoint.verifiers.effect;

import java.util.Objects;

/**
 * A process in one reading.
 *
 * @param started tells it from others that have had its id; compared, never read
 * @param state   the letter that {@code ps} gives its state
 * @param doomed  a SIGKILL is on its way to it: it will run no instruction of its own any more, nor start a child
 */
record SeenProcess(long pid, long parent, String started, char state, boolean doomed) {
    SeenProcess {
        Objects.requireNonNull(started);
    }

    boolean isThere() {
        return state != 'Z' && state != 'X';
    }

    SeenProcess asDoomed() {
        return new SeenProcess(pid, parent, started, state, true);
    }

    boolean isStopped() {
        return state == 'T';
    }
}
