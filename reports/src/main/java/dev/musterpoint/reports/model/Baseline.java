package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Duration;

/** The steady state before the fault, and whether it held. */
public record Baseline(boolean steady, Moment from, Moment to, String detail) {
    public Duration length() {
        return to.minus(from);
    }
}
