package dev.musterpoint.drills.evidence;

import java.util.Objects;

/**
 * One attempt of a probe.
 *
 * @param tick    i, counted from 0; the attempt was due at s₀ + iΔ
 * @param slot    which of the K attempts of its tick, from 0
 * @param due     when it was planned to start
 * @param started a, when it did start (equal to {@code ended} when it never did)
 * @param ended   c, when its answer was complete or it was given up
 * @param detail  the error in a few words; empty for a correct answer
 * @param server  the identity of the server that answered; empty where none is known
 */
public record Observation(
        long tick, int slot, Moment due, Moment started, Moment ended, AnswerKind kind, String detail, String server) {
    public Observation {
        Objects.requireNonNull(due);
        Objects.requireNonNull(started);
        Objects.requireNonNull(ended);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(server);
        if (ended.isBefore(started)) {
            throw new IllegalArgumentException("an attempt cannot end before it starts");
        }
    }
}
