package dev.musterpoint.drills.evidence;

import java.util.Objects;

/** Which clock a run's times are on: the boot they belong to and how often the machine had been suspended. */
public record ClockIdentity(String bootId, long suspends) {
    public ClockIdentity {
        Objects.requireNonNull(bootId);
    }
}
