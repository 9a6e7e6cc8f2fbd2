package dev.musterpoint.bench.rate;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Observation;
import java.util.Arrays;

/** How late attempts started, against when they were due. Thread-safe. */
final class Slips {
    private final long[] nanos;
    private int count;
    private int notGood;

    Slips(int capacity) {
        nanos = new long[capacity];
    }

    synchronized void add(Observation observation) {
        if (observation.kind() != AnswerKind.CORRECT) {
            notGood++;
        }
        if (count < nanos.length) {
            nanos[count++] = observation.started().minus(observation.due()).toNanos();
        }
    }

    /** Forgets what came before; the warm-up is not what is measured. */
    synchronized void clear() {
        count = 0;
        notGood = 0;
    }

    synchronized int count() {
        return count;
    }

    synchronized int notGood() {
        return notGood;
    }

    /** Milliseconds; {@code share} of the attempts slipped by no more. */
    synchronized double quantile(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
    }
}
