package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Instant;
import java.util.List;

/**
 * What one system noted itself of the run.
 *
 * @param leftOut how many further events were read
 * @param unread  what could not be read, and why
 */
public record Noted(String system, List<Row> rows, int leftOut, List<String> unread) {
    public Noted {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
    }

    /**
     * One event.
     *
     * @param at    by the system's own clock
     * @param about where that is on the run's axis if both clocks agree: for people alone
     */
    public record Row(Instant at, Moment about, String subject, String what, String detail) {}
}
