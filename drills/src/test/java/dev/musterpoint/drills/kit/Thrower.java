package dev.musterpoint.drills.kit;

/** Throws a script's exceptions from methods that do not announce them. */
final class Thrower {
    private Thrower() {}

    /** Throws runtime exceptions and errors as they are; anything else as the cause of an error. */
    static void throwAsIs(Throwable what) {
        if (what instanceof RuntimeException e) {
            throw e;
        }
        if (what instanceof Error e) {
            throw e;
        }
        throw new AssertionError(what);
    }
}
