package dev.musterpoint.drills.evidence;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the journal.
 *
 * @param seq   its place, from 0
 * @param prev  SHA-256 of the previous line's exact bytes, in hexadecimal; 64 zeros for the first
 * @param at    wall time, for people
 * @param mono  the run's monotonic clock
 * @param actor who wrote it ({@code engine}, {@code watchdog}, …)
 */
public record JournalEntry(long seq, String prev, Instant at, Moment mono, String actor, Evidence body) {
    public JournalEntry {
        Objects.requireNonNull(prev);
        Objects.requireNonNull(at);
        Objects.requireNonNull(mono);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(body);
    }
}
