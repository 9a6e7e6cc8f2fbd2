package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;

/** Takes facts in order. A fact is durable when {@code append} returns; one that could not be written throws. */
public interface Journal extends AutoCloseable {
    /** @throws java.io.UncheckedIOException when the fact could not be made durable; what depends on it must not happen */
    JournalEntry append(String actor, Evidence fact);

    @Override
    void close();
}
