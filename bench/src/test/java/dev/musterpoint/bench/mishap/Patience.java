package dev.musterpoint.bench.mishap;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what must come true within a time, and looks the more rarely the longer it has waited. Time in which this very process
 * stood still because the machine was busy with others does not count, for what it waits for stood still too.
 */
final class Patience {
    private static final long TICK_NANOS = 5_000_000;
    /** It knows when it came true within one part in so many of the time it took. */
    private static final long PARTS = 50;
    /** What takes longer than so many ticks counts no more. */
    private static final long LONGEST_TICKS = 4;

    private Patience() {}

    /** @return how long it took, stand-stills left out @throws AssertionError when it took longer than {@code within} */
    static Duration await(Duration within, Condition condition) throws Exception {
        long waited = 0;
        String missing = condition.missing();
        while (!missing.isEmpty()) {
            if (waited > within.toNanos()) {
                throw new AssertionError("still so after " + within + ": " + missing);
            }
            long left = within.toNanos() - waited;
            long tick = Math.max(TICK_NANOS, Math.min(waited / PARTS, left));
            long before = System.nanoTime();
            LockSupport.parkNanos(tick);
            missing = condition.missing();
            waited += Math.min(System.nanoTime() - before, LONGEST_TICKS * tick);
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
