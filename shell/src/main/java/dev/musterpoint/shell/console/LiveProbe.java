package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import java.time.Duration;
import java.util.Arrays;

/** One probe as a live view shows it: how it did lately, and how long it has been down. */
final class LiveProbe {
    private static final int WINDOW = 100;

    private final long[] latencies = new long[WINDOW];
    private final boolean[] goods = new boolean[WINDOW];
    private int seen;
    private Moment firstBad;
    private Moment lastBadEnd;
    private boolean down;

    void saw(Observation observation, boolean good) {
        int slot = seen++ % WINDOW;
        latencies[slot] = observation.ended().minus(observation.due()).toNanos();
        goods[slot] = good;
        if (!good) {
            firstBad = firstBad == null || !down ? observation.started() : firstBad;
            lastBadEnd = observation.ended();
        }
        down = !good;
    }

    /** The share of good answers among the last ones, in percent. */
    int goodPercent() {
        int count = Math.min(seen, WINDOW);
        int good = 0;
        for (int i = 0; i < count; i++) {
            good += goods[i] ? 1 : 0;
        }
        return count == 0 ? 0 : 100 * good / count;
    }

    Duration p99() {
        int count = Math.min(seen, WINDOW);
        if (count == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.ceil(0.99 * count) - 1]);
    }

    boolean isDown() {
        return down;
    }

    boolean hasBeenDown() {
        return firstBad != null;
    }

    /** How long it is down now, or was the last time. Roughly: the verdict measures, this only shows. */
    Duration outage(Moment now) {
        return firstBad == null ? Duration.ZERO : (down ? now : lastBadEnd).minus(firstBad);
    }

    int seen() {
        return seen;
    }
}
