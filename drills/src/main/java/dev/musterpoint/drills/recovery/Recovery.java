package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.recovery.BoundedHandler.Stuck;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.UndoHandler;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Undoes changes one after another and reads each back. Neither a failure nor a handler that hangs keeps the next record
 * from being undone, and a journal that cannot be written (a full disk) never keeps a fault in place.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);

    private final Handlers handlers;
    private final Consumer<Evidence> facts;
    private final Waiting waiting;

    /** @param facts takes each fact; may throw, which is logged and then passed over */
    public Recovery(Handlers handlers, Consumer<Evidence> facts, Waiting waiting) {
        this.handlers = handlers;
        this.facts = facts;
        this.waiting = waiting;
    }

    /**
     * Undoes {@code records} in the order given.
     *
     * @return the worst state found when reading back
     */
    public CleanUp undo(List<UndoRecord> records, String reason) throws InterruptedException {
        CleanUp worst = CleanUp.CLEAN;
        for (UndoRecord undo : records) {
            if (undo.kind() == UndoKind.NONE) {
                continue;
            }
            worst = worst.and(undoOrGiveUp(undo, reason));
        }
        return worst;
    }

    private CleanUp undoOrGiveUp(UndoRecord undo, String reason) throws InterruptedException {
        try {
            return undo.kind() == UndoKind.MANUAL ? byHand(undo) : undo(undo, reason);
        } catch (Stuck e) {
            problem(undo, "it may be left: " + e.getMessage() + "; undo it by hand: " + undo.byHand());
            return found(undo, Residue.unreadable(e.getMessage())).state();
        }
    }

    private CleanUp byHand(UndoRecord undo) throws Stuck {
        Residue residue = inspect(undo);
        if (residue.state() != CleanUp.CLEAN) {
            problem(undo, "it is for a person to undo: " + undo.byHand());
        }
        return residue.state();
    }

    private CleanUp undo(UndoRecord undo, String reason) throws InterruptedException, Stuck {
        record(new Evidence.UndoStarted(undo.id(), reason));
        Duration backOff = FIRST_BACK_OFF;
        Residue residue = Residue.unreadable("not read yet");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (attempt > 1) {
                waiting.pause(backOff);
                backOff = backOff.multipliedBy(2);
            }
            String error = recover(undo);
            record(new Evidence.UndoEnded(undo.id(), error));
            residue = inspectTwice(undo);
            if (error.isEmpty() && residue.state() == CleanUp.CLEAN) {
                return CleanUp.CLEAN;
            }
        }
        // Reading back decides, and not the call: one that fails on what is gone already leaves nothing.
        if (residue.state() == CleanUp.CLEAN) {
            LOG.warn("undoing {} failed {} times, yet nothing of it is left", undo.target(), ATTEMPTS);
            return CleanUp.CLEAN;
        }
        problem(
                undo,
                "it could not be proven undone after " + ATTEMPTS + " attempts (" + residue.detail()
                        + "); undo it by hand: " + undo.byHand());
        return residue.state();
    }

    private void problem(UndoRecord undo, String message) {
        LOG.error("{}: {}", undo.target(), message);
        record(new Evidence.ProblemMet("undoing " + undo.target(), message));
    }

    private String recover(UndoRecord undo) throws Stuck {
        try {
            handler(undo).recover(undo);
            return "";
        } catch (Stuck e) {
            record(new Evidence.UndoEnded(undo.id(), e.getMessage()));
            throw e;
        } catch (InjectionException | RuntimeException | Error e) {
            LOG.debug("undoing {} failed", undo.id(), e);
            return message(e);
        }
    }

    /** A request may still be on its way, so clean counts only when it is still so once none can be. */
    private Residue inspectTwice(UndoRecord undo) throws InterruptedException, Stuck {
        Residue first = inspect(undo);
        if (first.state() != CleanUp.CLEAN) {
            return first;
        }
        Duration inFlight;
        try {
            inFlight = handlers.of(undo).inFlight();
        } catch (RuntimeException | Error e) {
            return found(undo, Residue.unreadable(message(e)));
        }
        if (inFlight.isZero()) {
            return first;
        }
        waiting.pause(inFlight);
        return inspect(undo);
    }

    private Residue inspect(UndoRecord undo) throws Stuck {
        try {
            return found(undo, handler(undo).inspect(undo));
        } catch (Stuck e) {
            throw e;
        } catch (InjectionException | RuntimeException | Error e) {
            return found(undo, Residue.unreadable(message(e)));
        }
    }

    private UndoHandler handler(UndoRecord undo) {
        return new BoundedHandler(handlers.of(undo), waiting);
    }

    private Residue found(UndoRecord undo, Residue residue) {
        record(new Evidence.ResidueInspected(undo.id(), residue));
        return residue;
    }

    private void record(Evidence fact) {
        try {
            facts.accept(fact);
        } catch (RuntimeException e) {
            LOG.error("{} (undoing goes on without it)", e.getMessage());
        }
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
