package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.verifiers.check.watch.StandardRecoveryWatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Tells a watch what an engine would tell it, in the order in which the engine would come to know. */
final class OnlineSim {
    private final LaneCase each;
    private final StandardRecoveryWatch watch;
    private final Random64 random;
    private final List<Event> events = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<NavigableMap<Long, Long>> earliest;
    private int told;

    private record Event(long at, Runnable tell) {}

    OnlineSim(LaneCase each, StandardRecoveryWatch watch) {
        this.each = each;
        this.watch = watch;
        random = each.scenario.random;
        earliest = each.seen.stream().map(OnlineSim::earliestStarts).toList();
        Moment asked = new Moment(each.scenario.askedFor);
        event(asked.nanos(), random.ms(0, 200), () -> watch.faultStarted("primary dies", asked));
        event(each.baselineEnd().nanos(), 0, () -> watch.baseline(Moment.START, each.baselineEnd()));
        for (Pause pause : each.pauses) {
            event(pause.to().nanos(), random.between(0, Random64.MS), () -> tell(pause));
        }
        for (int lane = 0; lane < each.seen.size(); lane++) {
            String probe = LaneCase.probeName(lane);
            for (Observation observation : each.seen.get(lane)) {
                event(observation.ended().nanos(), 0, () -> watch.observed(probe, observation));
            }
        }
        events.sort(Comparator.comparingLong(Event::at));
    }

    private void tell(Pause pause) {
        pauses.add(pause);
        watch.paused(pause);
    }

    /** The pauses told so far. */
    List<Pause> pauses() {
        return pauses;
    }

    private void event(long at, long delay, Runnable tell) {
        events.add(new Event(at + delay, tell));
    }

    /** Tells all that is known at {@code moment}, then up to when it is complete. */
    void tellUntil(long moment) {
        while (told < events.size() && events.get(told).at() <= moment) {
            events.get(told++).tell().run();
        }
        for (int lane = 0; lane < each.seen.size(); lane++) {
            watch.completeUntil(LaneCase.probeName(lane), new Moment(completeUntil(lane, moment)));
        }
    }

    /** The start of the earliest attempt that is still under way at {@code moment}. */
    long completeUntil(int lane, long moment) {
        Map.Entry<Long, Long> underWay = earliest.get(lane).higherEntry(moment);
        return underWay == null ? moment : Math.min(moment, underWay.getValue());
    }

    /** By the end of each attempt, the earliest start of those that end then or later. */
    private static NavigableMap<Long, Long> earliestStarts(List<Observation> seen) {
        NavigableMap<Long, Long> earliest = new TreeMap<>();
        seen.forEach(observation -> earliest.merge(
                observation.ended().nanos(), observation.started().nanos(), Math::min));
        long least = Long.MAX_VALUE;
        for (Map.Entry<Long, Long> end : earliest.descendingMap().entrySet()) {
            least = Math.min(least, end.getValue());
            end.setValue(least);
        }
        return earliest;
    }
}
