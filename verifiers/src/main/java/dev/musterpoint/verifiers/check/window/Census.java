package dev.musterpoint.verifiers.check.window;

import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.Sight;

/**
 * What became of the attempts that were due in a window. It counts this run's attempts and estimates nothing.
 *
 * @param due  n, how many were due
 * @param good g, proven good
 * @param bad  proven bad; of all others nothing is known: v = n − g − bad
 */
public record Census(long due, long good, long bad) {

    /** Counts the attempts of {@code lane} by when each was due. */
    public static Census of(Lane lane, Schedule schedule, TimeWindow window) {
        long good = 0;
        long bad = 0;
        for (int i = 0; i < lane.size(); i++) {
            if (window.holds(lane.due(i))) {
                good += lane.sight(i) == Sight.GOOD && window.provesGood(lane.end(i)) ? 1 : 0;
                bad += lane.sight(i) == Sight.BAD && window.provesBad(lane.end(i)) ? 1 : 0;
            }
        }
        return new Census(Math.max(schedule.attempts(window), good + bad), good, bad);
    }

    /** v */
    public long unknown() {
        return due - good - bad;
    }

    /** g/n */
    public double lowerShare() {
        return due == 0 ? 0 : (double) good / due;
    }

    /** (g+v)/n */
    public double upperShare() {
        return due == 0 ? 1 : (double) (good + unknown()) / due;
    }
}
