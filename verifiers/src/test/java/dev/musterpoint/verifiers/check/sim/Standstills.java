package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Pause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The times in which the runner itself stands still: nothing of it moves, and its clock goes on. */
final class Standstills {
    private final List<Stretch> stretches = new ArrayList<>();

    /** Adds one, unless it would come closer than a moment to another. */
    void add(long from, long length) {
        Stretch next = new Stretch(from, from + length);
        boolean apart = stretches.stream().allMatch(each -> next.to() < each.from() - 1 || next.from() > each.to() + 1);
        if (apart) {
            stretches.add(next);
            stretches.sort(Comparator.comparingLong(Stretch::from));
        }
    }

    /** When something that is due at {@code moment} happens. */
    long wake(long moment) {
        for (Stretch each : stretches) {
            if (moment >= each.from() && moment < each.to()) {
                return each.to();
            }
        }
        return moment;
    }

    /** What a detector with the threshold and period notices; it sees a pause from its last tick before it. */
    List<Pause> detected(long threshold, long tick, Random64 random) {
        List<Pause> pauses = new ArrayList<>();
        for (Stretch each : stretches) {
            if (each.length() >= threshold) {
                long from = Math.max(0, each.from() - random.between(0, tick));
                pauses.add(new Pause(new Moment(from), new Moment(each.to())));
            }
        }
        return pauses;
    }
}
