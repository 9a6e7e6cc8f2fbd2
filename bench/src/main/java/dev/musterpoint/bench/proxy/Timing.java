package dev.musterpoint.bench.proxy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times what a fault does beside what the bare request does. */
final class Timing {
    private Timing() {}

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static double millis(Work work) throws Exception {
        long from = System.nanoTime();
        work.run();
        return millisSince(from);
    }

    static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }

    /** A line for people: the medians of both, and their ratio. */
    static String row(String what, List<Double> ours, List<Double> bare) {
        return String.format(
                Locale.ROOT,
                "%-8s %6.2f ms, the bare request %6.2f ms, ratio %.2f (medians of %d)",
                what,
                median(ours),
                median(bare),
                median(ours) / median(bare),
                ours.size());
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
