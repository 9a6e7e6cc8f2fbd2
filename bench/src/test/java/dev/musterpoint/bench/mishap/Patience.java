package dev.musterpoint.bench.mishap;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what must come true within a time. Time in which this very process stood still because the machine was busy with
 * others does not count, for what it waits for stood still too.
 */
final class Patience {
    private static final long TICK_NANOS = 5_000_000;
    /** A tick that takes longer than this counts no more. */
    private static final long LONGEST_TICK_NANOS = 4 * TICK_NANOS;

    private Patience() {}

    /** @return how long it took, stand-stills left out @throws AssertionError when it took longer than {@code within} */
    static Duration await(Duration within, Condition condition) throws Exception {
        long waited = 0;
        String missing = condition.missing();
        while (!missing.isEmpty()) {
            if (waited > within.toNanos()) {
                throw new AssertionError("still so after " + within + ": " + missing);
            }
            long before = System.nanoTime();
            LockSupport.parkNanos(TICK_NANOS);
            missing = condition.missing();
            waited += Math.min(System.nanoTime() - before, LONGEST_TICK_NANOS);
        }
        return Duration.ofNanos(waited);
    }

    /** What is awaited. */
    @FunctionalInterface
    interface Condition {
        /** What it still lacks, in words; empty once it is so. */
        String missing() throws Exception;
    }
}
