package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of a run, from its journal and then from the recovery chain; both are short. */
final class JournalFacts {
    private final List<Fact<Evidence>> facts = new ArrayList<>();
    private long journalLines;
    private long recoveryLines;

    private JournalFacts() {}

    static JournalFacts read(EvidenceLog log) {
        JournalFacts read = new JournalFacts();
        log.journal(entry -> {
            read.journalLines++;
            read.facts.add(fact(entry, Optional.of(entry.mono())));
        });
        log.recovery(entry -> {
            read.recoveryLines++;
            read.facts.add(fact(entry, Optional.empty()));
        });
        return read;
    }

    private static Fact<Evidence> fact(JournalEntry entry, Optional<Moment> since) {
        return new Fact<>(since, entry.at(), entry.actor(), entry.body());
    }

    /**
     * One fact with its time and its writer.
     *
     * @param since on the run's clock; empty in the recovery chain, whose writer has a clock of its own
     */
    record Fact<T extends Evidence>(Optional<Moment> since, Instant at, String actor, T body) {}

    List<Fact<Evidence>> all() {
        return facts;
    }

    <T extends Evidence> Stream<Fact<T>> all(Class<T> kind) {
        return facts.stream()
                .filter(fact -> kind.isInstance(fact.body()))
                .map(fact -> new Fact<>(fact.since(), fact.at(), fact.actor(), kind.cast(fact.body())));
    }

    <T extends Evidence> Stream<T> bodies(Class<T> kind) {
        return all(kind).map(Fact::body);
    }

    <T extends Evidence> Optional<T> first(Class<T> kind) {
        return bodies(kind).findFirst();
    }

    <T extends Evidence> Optional<Fact<T>> last(Class<T> kind) {
        return all(kind).reduce((earlier, later) -> later);
    }

    /** The last moment of the run's own clock; its start when there is none. */
    Moment end() {
        return facts.stream()
                .flatMap(fact -> fact.since().stream())
                .max(Moment::compareTo)
                .orElse(Moment.START);
    }

    long journalLines() {
        return journalLines;
    }

    long recoveryLines() {
        return recoveryLines;
    }
}
