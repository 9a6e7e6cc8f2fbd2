package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;

/** Deadlines that are no moment of their own. */
final class Deadlines {
    /** For what must be waited for however long it takes, such as undoing, which has an end of its own. */
    static final Moment NEVER = new Moment(Long.MAX_VALUE);

    private Deadlines() {}

    static Moment earlier(Moment one, Moment other) {
        return one.isBefore(other) ? one : other;
    }
}
