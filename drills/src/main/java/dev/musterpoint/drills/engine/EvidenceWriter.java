package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.Journal;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.Segment;
import dev.musterpoint.drills.spi.Redactor;
import java.util.ArrayList;
import java.util.List;

/** Where the engine puts what it learns: facts into the journal, streams into segments beside it. Thread-safe. */
public final class EvidenceWriter implements AutoCloseable {
    private static final String ACTOR = "engine";

    private final RunDirectory run;
    private final Journal journal;
    private final Redactor redactor;
    private final List<Segment<?>> open = new ArrayList<>();

    public EvidenceWriter(RunDirectory run, Journal journal, Redactor redactor) {
        this.run = run;
        this.journal = journal;
        this.redactor = redactor;
    }

    /** Durable when it returns. */
    JournalEntry fact(Evidence fact) {
        return journal.append(ACTOR, fact);
    }

    synchronized <T> Segment<T> segment(String path, Class<T> kind) {
        Segment<T> segment = Segment.create(run.path(), path, kind, redactor);
        open.add(segment);
        return segment;
    }

    /** Hands buffered lines to the operating system, so that they outlive this process. */
    synchronized void flush() {
        open.forEach(Segment::flush);
    }

    /** Closes one stream and makes it part of the chain. */
    synchronized void seal(Segment<?> segment) {
        if (open.remove(segment)) {
            fact(segment.seal());
        }
    }

    /** Closes all streams and makes them part of the chain. One that cannot be closed keeps none of the others open. */
    synchronized void sealAll() {
        RuntimeException first = null;
        for (Segment<?> segment : List.copyOf(open)) {
            try {
                seal(segment);
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
