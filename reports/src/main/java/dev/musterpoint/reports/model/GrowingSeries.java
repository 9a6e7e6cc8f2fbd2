package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts in a bounded number of buckets over a time of unknown length: when the buckets run out, neighbours are merged
 * and the width doubles. So one pass is enough, and memory does not grow with what is counted.
 */
final class GrowingSeries {
    private final Moment from;
    private final long[][] counts;
    private long width;
    private int used;

    GrowingSeries(Moment from, Duration width, int capacity) {
        this.from = from;
        this.width = width.toNanos();
        this.counts = new long[3][capacity];
    }

    /** Counts one thing of {@code kind} (0, 1 or 2) at {@code at}; what came before the start counts at the start. */
    void count(Moment at, int kind) {
        long offset = Math.max(0, at.nanos() - from.nanos());
        while (offset / width >= counts[0].length) {
            merge();
        }
        int bucket = (int) (offset / width);
        counts[kind][bucket]++;
        used = Math.max(used, bucket + 1);
    }

    private void merge() {
        for (long[] kind : counts) {
            for (int i = 0; i < kind.length; i++) {
                int left = 2 * i;
                kind[i] = (left < kind.length ? kind[left] : 0) + (left + 1 < kind.length ? kind[left + 1] : 0);
            }
        }
        width *= 2;
        used = (used + 1) / 2;
    }

    Series series() {
        List<Series.Tally> buckets = new ArrayList<>();
        for (int i = 0; i < used; i++) {
            buckets.add(new Series.Tally(counts[0][i], counts[1][i], counts[2][i]));
        }
        return new Series(from, Duration.ofNanos(width), buckets);
    }
}
