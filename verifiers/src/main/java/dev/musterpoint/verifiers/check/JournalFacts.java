package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The journal, read once; it is short. */
final class JournalFacts {
    private final List<JournalEntry> entries;

    private JournalFacts(List<JournalEntry> entries) {
        this.entries = entries;
    }

    static JournalFacts of(EvidenceLog evidence) {
        List<JournalEntry> entries = new ArrayList<>();
        evidence.journal(entries::add);
        return new JournalFacts(entries);
    }

    /** The facts of one kind, in order. */
    <T extends Evidence> List<T> all(Class<T> kind) {
        return entries.stream()
                .map(JournalEntry::body)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** When the first fact of a kind that satisfies {@code condition} was written. */
    <T extends Evidence> Optional<Moment> first(Class<T> kind, Predicate<T> condition) {
        return entries.stream()
                .filter(entry -> kind.isInstance(entry.body()) && condition.test(kind.cast(entry.body())))
                .map(JournalEntry::mono)
                .findFirst();
    }
}
