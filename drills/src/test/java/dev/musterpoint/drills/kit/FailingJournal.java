package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/** A journal on a disk that is full from some fact on. Thread-safe. */
public final class FailingJournal implements Journal {
    private final Journal journal;
    private final Predicate<Evidence> first;
    private boolean full;

    private FailingJournal(Journal journal, Predicate<Evidence> first) {
        this.journal = journal;
        this.first = first;
    }

    /** Takes {@code facts} facts and no more. */
    public static FailingJournal after(Journal journal, int facts) {
        int[] left = {facts};
        return new FailingJournal(journal, fact -> left[0]-- <= 0);
    }

    /** Refuses the first fact of {@code kind}, and all that follow. */
    public static FailingJournal at(Journal journal, Class<? extends Evidence> kind) {
        return new FailingJournal(journal, kind::isInstance);
    }

    @Override
    public synchronized JournalEntry append(String actor, Evidence fact) {
        full = full || first.test(fact);
        if (full) {
            throw new UncheckedIOException(
                    "cannot write to journal.jsonl: no space left on device",
                    new IOException("no space left on device"));
        }
        return journal.append(actor, fact);
    }

    @Override
    public void close() {
        journal.close();
    }
}
