package dev.musterpoint.drills.evidence;

import java.util.Objects;

/** A time in which the runner itself stood still, so that what it saw then says nothing of the system. */
public record Pause(Moment from, Moment to) {
    public Pause {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
