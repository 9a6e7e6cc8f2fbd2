package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.evidence.Pause;
import java.util.Map;
import java.util.TreeMap;

/** The detected pauses of the runner, as disjoint closed intervals. May be added to in any order. */
public final class Pauses {
    private final TreeMap<Long, Long> endByStart = new TreeMap<>();

    public void add(Pause pause) {
        long from = pause.from().nanos();
        long to = pause.to().nanos();
        for (Map.Entry<Long, Long> e = endByStart.floorEntry(to);
                e != null && e.getValue() >= from;
                e = endByStart.floorEntry(to)) {
            from = Math.min(from, e.getKey());
            to = Math.max(to, e.getValue());
            endByStart.remove(e.getKey());
        }
        endByStart.put(from, to);
    }

    /** Whether any pause shares a moment with [{@code from}, {@code to}]. */
    public boolean overlap(long from, long to) {
        Map.Entry<Long, Long> last = endByStart.floorEntry(to);
        return last != null && last.getValue() >= from;
    }

    /** How much of [{@code from}, {@code to}] was paused, in nanoseconds. */
    public long within(long from, long to) {
        long paused = 0;
        for (Map.Entry<Long, Long> pause : endByStart.entrySet()) {
            paused += Math.max(0, Math.min(to, pause.getValue()) - Math.max(from, pause.getKey()));
        }
        return paused;
    }

    /** When the pause began that {@code moment} lies in; {@code moment} itself if it lies in none. */
    public long beginning(long moment) {
        Map.Entry<Long, Long> first = endByStart.floorEntry(moment);
        return first != null && first.getValue() >= moment ? first.getKey() : moment;
    }
}
