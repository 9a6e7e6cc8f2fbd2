package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.recovery.Handlers;
import dev.musterpoint.drills.recovery.Recovery;
import dev.musterpoint.drills.recovery.UndoFold;
import dev.musterpoint.drills.spi.UndoSink;
import java.util.List;
import java.util.function.Predicate;

/** The run's undo records: written down before each change, used after. Thread-safe. */
final class Undoing {
    private final EvidenceWriter evidence;
    private final Handlers handlers;
    private final RunLoop loop;
    private final UndoFold fold = new UndoFold();

    Undoing(EvidenceWriter evidence, Handlers handlers, RunLoop loop) {
        this.evidence = evidence;
        this.handlers = handlers;
        this.loop = loop;
    }

    /** Makes the record durable. When this throws, the change it describes must not be made. */
    void prepare(UndoRecord undo) {
        Evidence fact = new Evidence.UndoPrepared(undo);
        evidence.fact(fact);
        fold(fact);
    }

    UndoSink sink(UndoRecord undo) {
        return data -> {
            Evidence fact = new Evidence.UndoAmended(undo.id(), data);
            evidence.fact(fact);
            fold(fact);
        };
    }

    private synchronized void fold(Evidence fact) {
        fold.add(fact);
    }

    private synchronized List<UndoRecord> pending(Predicate<UndoRecord> which) {
        return fold.pending().stream().filter(which).toList();
    }

    synchronized CleanUp state() {
        return fold.state();
    }

    /** Undoes what is pending and of interest, off the run's thread. @return whether there was anything to undo */
    boolean undo(Predicate<UndoRecord> which, String reason) {
        List<UndoRecord> due = pending(which);
        Recovery recovery = new Recovery(handlers, this::record, loop.waiting());
        Task<CleanUp> task = loop.start("undo", () -> recovery.undo(due, reason));
        loop.await(task::isDone, Deadlines.NEVER);
        return !due.isEmpty();
    }

    private void record(Evidence fact) {
        fold(fact);
        evidence.fact(fact);
    }
}
