package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.HistoryRead;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.SystemEvent;
import dev.musterpoint.reports.model.JournalFacts.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sets what systems noted by their own clocks beside the run's. */
final class NotedBySystems {
    private NotedBySystems() {}

    static List<Noted> of(JournalFacts facts) {
        Optional<Fact<Evidence>> first = facts.all().stream().findFirst();
        return facts.bodies(HistoryRead.class)
                .map(read -> new Noted(
                        read.system(),
                        read.history().events().stream()
                                .map(event -> row(event, first.orElseThrow()))
                                .toList(),
                        read.history().leftOut(),
                        read.history().unread()))
                .toList();
    }

    private static Noted.Row row(SystemEvent event, Fact<Evidence> first) {
        return new Noted.Row(event.at(), about(event.at(), first), event.subject(), event.what(), event.detail());
    }

    private static Moment about(Instant at, Fact<Evidence> first) {
        Moment about = first.since().orElse(Moment.START).plus(Duration.between(first.at(), at));
        return about.isBefore(Moment.START) ? Moment.START : about;
    }
}
