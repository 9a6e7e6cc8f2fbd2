package dev.musterpoint.drills.evidence;

import java.util.Objects;

/** What reading a target back found of a change: nothing, something, or that it could not be read. */
public record Residue(CleanUp state, String detail) {
    public Residue {
        Objects.requireNonNull(state);
        Objects.requireNonNull(detail);
    }

    public static Residue none(String detail) {
        return new Residue(CleanUp.CLEAN, detail);
    }

    public static Residue left(String detail) {
        return new Residue(CleanUp.DIRTY, detail);
    }

    public static Residue unreadable(String detail) {
        return new Residue(CleanUp.UNKNOWN, detail);
    }
}
