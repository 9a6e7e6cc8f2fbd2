package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.Journal;
import dev.musterpoint.drills.spi.RunClock;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory, without its chain. Thread-safe. */
public final class MemoryJournal implements Journal {
    private final RunClock clock;
    private final List<JournalEntry> entries = new ArrayList<>();

    public MemoryJournal(RunClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized JournalEntry append(String actor, Evidence fact) {
        JournalEntry entry =
                new JournalEntry(entries.size(), Digests.NOTHING, clock.instant(), clock.now(), actor, fact);
        entries.add(entry);
        return entry;
    }

    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The facts alone, in order. */
    public List<Evidence> facts() {
        return entries().stream().map(JournalEntry::body).toList();
    }

    /** The facts of one kind, in order. */
    public <T extends Evidence> List<T> facts(Class<T> kind) {
        return facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        // What was recorded stays readable.
    }
}
