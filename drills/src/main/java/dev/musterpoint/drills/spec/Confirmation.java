package dev.musterpoint.drills.spec;

import java.time.Duration;

/**
 * What it takes to call a service recovered.
 *
 * @param run   N, the fewest good answers in a row
 * @param first j, how many of them carry the upper bound
 * @param over  W, the shortest time from the completion of the first j to the last start
 */
public record Confirmation(int run, int first, Duration over) {
    public static final Duration DEFAULT_OVER = Duration.ofSeconds(10);

    public Confirmation {
        Checks.atLeast(run, 1, "confirm.run");
        Checks.atLeast(first, 1, "confirm.first");
        Checks.positive(over, "confirm.over");
    }

    /** max(N, j): the length a qualifying run must have. */
    public int length() {
        return Math.max(run, first);
    }
}
