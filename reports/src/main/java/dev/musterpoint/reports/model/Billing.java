package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the time went, by step and by what came between. Steps go on after the service is back (checking that it is, for
 * one); what counts as recovery time ends when it was.
 *
 * @param recovery U, the longest the recovery can have taken; empty when no end of it was seen
 */
public record Billing(List<Bill> bills, Optional<Duration> recovery) {
    public Billing {
        bills = List.copyOf(bills);
    }

    /**
     * One part of the time.
     *
     * @param counted how much of it lies before the service was back; all of it when that was never seen
     */
    public record Bill(
            String name, StepPart part, Moment from, Duration took, Optional<Duration> planned, Duration counted) {}

    /** How long all parts took together. */
    public Duration total() {
        return bills.stream().map(Bill::took).reduce(Duration.ZERO, Duration::plus);
    }

    /** The part of the recovery time that went into {@code bill}, between 0 and 1. */
    public double share(Bill bill) {
        Duration whole = recovery.orElseGet(this::total);
        return whole.isZero() ? 0 : Math.min(1, (double) bill.counted().toNanos() / whole.toNanos());
    }

    /** The part that took most of the recovery time; empty when nothing was billed. */
    public Optional<Bill> largest() {
        return bills.stream().filter(bill -> !bill.counted().isZero()).max(Comparator.comparing(Bill::counted));
    }
}
