package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.recovery.Handlers;
import dev.musterpoint.drills.recovery.Recovery;
import dev.musterpoint.drills.recovery.UndoFold;
import dev.musterpoint.drills.spi.UndoSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The run's undo records: written down before each change, used after. Thread-safe. */
final class Undoing {
    private final EvidenceWriter evidence;
    private final Handlers handlers;
    private final RunLoop loop;
    private final UndoFold fold = new UndoFold();
    private final Map<String, BooleanSupplier> makings = new HashMap<>();

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
            // The change is being made already, so undoing must know even if the disk is full.
            record(fact);
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
        Recovery recovery = new Recovery(handlers, this::record, loop.clock(), loop.waiting());
        Task<CleanUp> task = loop.start("undo", () -> recovery.undo(due, reason));
        try {
            loop.join(task, Deadlines.NEVER);
        } finally {
            due.forEach(this::doubt);
        }
        if (task.error().isPresent()) {
            throw new IllegalStateException(
                    "undoing broke off: " + task.message(), task.error().get());
        }
        return !due.isEmpty();
    }

    /** Notes when the making of a change is over; until then nothing that is read back proves it gone. */
    synchronized void making(UndoRecord undo, BooleanSupplier over) {
        makings.put(undo.id(), over);
    }

    private synchronized boolean isBeingMade(UndoRecord undo) {
        BooleanSupplier over = makings.get(undo.id());
        return over != null && !over.getAsBoolean();
    }

    private void doubt(UndoRecord undo) {
        if (isBeingMade(undo)) {
            record(new Evidence.ResidueInspected(
                    undo.id(), Residue.unreadable("what makes the change had not let go when it was undone")));
        }
    }

    /** What was read back of a change by somebody other than its handler. */
    void inspected(String undo, Residue residue) {
        record(new Evidence.ResidueInspected(undo, residue));
    }

    private void record(Evidence fact) {
        fold(fact);
        evidence.fact(fact);
    }
}
