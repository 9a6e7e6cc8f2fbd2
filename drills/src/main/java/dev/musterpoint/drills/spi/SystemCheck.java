package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.spec.Checks;
import java.util.Objects;

/**
 * One thing that was looked at of a system, before any drill.
 *
 * @param name  what was looked at, such as {@code clock}
 * @param found what was found
 * @param mend  what to do; empty when all is well
 */
public record SystemCheck(String name, State state, String found, String mend) {
    /** How it stands. */
    public enum State {
        OK,
        /** Drills run, and what they measure is worse, or means less, than it might. */
        WARNING,
        /** Drills cannot work with the system. */
        FAILED
    }

    public SystemCheck {
        Checks.text(name, "name");
        Objects.requireNonNull(state);
        Checks.text(found, "what was found");
        Objects.requireNonNull(mend);
    }

    public static SystemCheck ok(String name, String found) {
        return new SystemCheck(name, State.OK, found, "");
    }

    public static SystemCheck warning(String name, String found, String mend) {
        return new SystemCheck(name, State.WARNING, found, mend);
    }

    public static SystemCheck failed(String name, String found, String mend) {
        return new SystemCheck(name, State.FAILED, found, mend);
    }
}
