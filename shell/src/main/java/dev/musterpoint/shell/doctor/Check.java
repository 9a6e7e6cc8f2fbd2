package dev.musterpoint.shell.doctor;

import java.util.Objects;

/**
 * One thing that was looked at.
 *
 * @param found what was found
 * @param mend  what to do; empty when all is well
 */
public record Check(String name, State state, String found, String mend) {
    public Check {
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        Objects.requireNonNull(found);
        Objects.requireNonNull(mend);
    }

    /** How it stands. */
    public enum State {
        OK,
        /** Drills run, and something is worse than it need be. */
        WARNING,
        /** Some drills cannot run, or something was left behind. */
        FAILED
    }

    static Check ok(String name, String found) {
        return new Check(name, State.OK, found, "");
    }

    static Check warning(String name, String found, String mend) {
        return new Check(name, State.WARNING, found, mend);
    }

    static Check failed(String name, String found, String mend) {
        return new Check(name, State.FAILED, found, mend);
    }
}
