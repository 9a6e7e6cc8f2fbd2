package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Pause;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The runner's own pauses, for asking whether an observation overlaps one. Overlapping pauses are joined. */
final class PauseIndex {
    private final TreeMap<Long, Long> ends = new TreeMap<>();
    private long count;
    private long total;
    private long longest;

    static PauseIndex read(EvidenceLog log) {
        PauseIndex index = new PauseIndex();
        log.pauses(index::add);
        return index;
    }

    private void add(Pause pause) {
        long length = pause.to().nanos() - pause.from().nanos();
        count++;
        total += length;
        longest = Math.max(longest, length);
        join(pause.from().nanos(), pause.to().nanos());
    }

    private void join(long from, long to) {
        Map.Entry<Long, Long> touching = ends.floorEntry(to);
        long first = from;
        long last = to;
        while (touching != null && touching.getValue() >= first) {
            first = Math.min(first, touching.getKey());
            last = Math.max(last, touching.getValue());
            ends.remove(touching.getKey());
            touching = ends.floorEntry(to);
        }
        ends.put(first, last);
    }

    boolean overlaps(Moment from, Moment to) {
        Map.Entry<Long, Long> last = ends.floorEntry(to.nanos());
        return last != null && last.getValue() >= from.nanos();
    }

    Method.Pauses summary() {
        return new Method.Pauses(count, Duration.ofNanos(total), Duration.ofNanos(longest));
    }
}
