package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.reports.model.JournalFacts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the timeline: every fact that happened to the run, in the journal's order, then the recovery chain's. */
final class Timelines {
    /** More than this no one reads; the journal has them all. */
    private static final int MOST = 400;

    private Timelines() {}

    static Timeline of(JournalFacts facts) {
        List<Timeline.Event> events = new ArrayList<>();
        long leftOut = 0;
        for (Fact<Evidence> fact : facts.all()) {
            Optional<Telling.Told> told = Telling.of(fact.body());
            if (told.isPresent() && events.size() < MOST) {
                events.add(event(fact, told.get()));
            } else if (told.isPresent()) {
                leftOut++;
            }
        }
        return new Timeline(events, leftOut);
    }

    private static Timeline.Event event(Fact<Evidence> fact, Telling.Told told) {
        return new Timeline.Event(fact.at(), fact.since(), fact.actor(), told.mark(), told.what(), told.detail());
    }
}
