package dev.musterpoint.verifiers.check.window;

import dev.musterpoint.drills.spec.Durations;
import java.time.Duration;

/**
 * A window of a run, from {@code from} to before {@code to}, on the run's clock in nanoseconds.
 *
 * @param goodUntil from when on a right answer says nothing of what the window is about: the fault was taken away
 * @param badUntil  from when on a failure says nothing of it: the same, or the baseline was over and the fault acted
 */
public record TimeWindow(long from, long to, long goodUntil, long badUntil) {
    public TimeWindow {
        if (to < from) {
            throw new IllegalArgumentException("a window cannot end before it begins");
        }
    }

    boolean holds(long moment) {
        return moment >= from && moment < to;
    }

    boolean provesGood(long end) {
        return end < goodUntil;
    }

    boolean provesBad(long end) {
        return end < badUntil;
    }

    /** Its length in seconds. */
    public double seconds() {
        return Durations.seconds(Duration.ofNanos(to - from));
    }

    /** How much of {@code [start, end]} lies within it, in nanoseconds. */
    long overlap(long start, long end) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
}
