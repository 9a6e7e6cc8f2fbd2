package dev.musterpoint.drills.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A finished run's evidence: cursors over files, never a list in memory, for a run holds millions of observations.
 * Each method goes through its stream once, in stored order, and throws {@link java.io.UncheckedIOException} or
 * {@link EvidenceFormatException} when the stream cannot be read. A stream that was never written is empty.
 */
public interface EvidenceLog {
    void journal(Consumer<? super JournalEntry> each);

    /** What a watchdog, another node or {@code muster recover} did; a chain of its own. */
    void recovery(Consumer<? super JournalEntry> each);

    /** In order of completion. */
    void observations(String probe, Consumer<? super Observation> each);

    void pauses(Consumer<? super Pause> each);

    void ledger(String workload, Consumer<? super LedgerLine> each);

    void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each);

    /** The journal's entries of one kind. The journal is short; only the streams beside it are long. */
    default <T extends Evidence> List<T> facts(Class<T> kind) {
        ArrayList<T> found = new ArrayList<>();
        journal(entry -> {
            if (kind.isInstance(entry.body())) {
                found.add(kind.cast(entry.body()));
            }
        });
        return List.copyOf(found);
    }
}
