package dev.musterpoint.verifiers.check.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A bad stretch: requests sent from {@code from} and before {@code to} may fail. Nanoseconds. */
record Stretch(long from, long to) {

    long length() {
        return to - from;
    }

    /** The same in order, with those that touch or overlap made one, and empty ones left out. */
    static List<Stretch> merged(List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        stretches.stream()
                .filter(each -> each.length() > 0)
                .sorted(Comparator.comparingLong(Stretch::from))
                .forEach(next -> {
                    int last = merged.size() - 1;
                    if (last >= 0 && next.from() <= merged.get(last).to()) {
                        long to = Math.max(merged.get(last).to(), next.to());
                        merged.set(last, new Stretch(merged.get(last).from(), to));
                    } else {
                        merged.add(next);
                    }
                });
        return merged;
    }
}
