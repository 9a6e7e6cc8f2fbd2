package dev.musterpoint.reports.model;

import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One objective and what became of it.
 *
 * @param verdict empty when it was never judged
 * @param target  the target as a duration; empty where it is a count
 * @param atMost  the target as a count; empty where it is a duration
 * @param lost    acknowledged writes not read back; empty where nothing was read back, or for objectives without writes
 * @param on      what it is measured on: probes, a workload or a step
 * @param failback whether it counts from the fail-back
 * @param quantity target and measurement where they are neither durations nor counts
 */
public record ObjectiveView(
        String name,
        String kind,
        Optional<Verdict> verdict,
        Optional<Duration> target,
        Optional<Integer> atMost,
        Optional<Interval> measured,
        Optional<Long> lost,
        String because,
        List<String> arithmetic,
        List<String> on,
        Optional<Quantity> quantity,
        boolean failback) {
    public ObjectiveView {
        arithmetic = List.copyOf(arithmetic);
        on = List.copyOf(on);
    }

    public boolean isRecoveryTime() {
        return kind.equals("recoveryTime");
    }

    /** Whether it speaks of what was lost. */
    public boolean isLoss() {
        return countsWrites() || kind.equals("recoveryPoint");
    }

    /** Whether the target is a number of writes, not a duration. */
    public boolean countsWrites() {
        return kind.equals("lostWrites");
    }

    /** Whether there is a figure for it. */
    public boolean isMeasured() {
        return measured.isPresent() || quantity.flatMap(Quantity::measured).isPresent();
    }

    /** Whether it asks for steps to be done, and measures nothing. */
    public boolean isOfSteps() {
        return kind.equals("stepsDone");
    }

    public boolean isMet() {
        return verdict.filter(Verdict.MET::equals).isPresent();
    }

    /** What is proven to remain between the measured interval and the target; negative when the target is passed. */
    public Optional<Duration> margin() {
        if (target.isEmpty() || measured.isEmpty()) {
            return Optional.empty();
        }
        Interval interval = measured.get();
        if (interval.beyond(target.get())) {
            return Optional.of(target.get().minus(interval.lower()));
        }
        return interval.upper().filter(upper -> interval.within(target.get())).map(target.get()::minus);
    }
}
