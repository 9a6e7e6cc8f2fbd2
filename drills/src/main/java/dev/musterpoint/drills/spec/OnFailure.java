package dev.musterpoint.drills.spec;

import java.util.Objects;

/**
 * What becomes of a runbook when one of its steps failed, or was not done in time.
 *
 * @param goTo the later step to go on with; empty unless the kind is {@link Kind#GOTO}
 */
public record OnFailure(Kind kind, String goTo) {
    public static final OnFailure STOP = new OnFailure(Kind.STOP, "");
    public static final OnFailure CONTINUE = new OnFailure(Kind.CONTINUE, "");

    /** What is done next. */
    public enum Kind {
        /** The runbook ends here; the steps after it are recorded as not run. */
        STOP,
        /** The next step is done. */
        CONTINUE,
        /** The named step is done next; those between are recorded as not run. */
        GOTO
    }

    public OnFailure {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(goTo);
        if (goTo.isEmpty() == (kind == Kind.GOTO)) {
            throw new IllegalArgumentException("a step to go on with belongs to GOTO, and to nothing else");
        }
    }

    public static OnFailure goTo(String step) {
        return new OnFailure(Kind.GOTO, step);
    }
}
