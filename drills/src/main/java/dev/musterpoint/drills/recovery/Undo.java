package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.recovery.BoundedHandler.Stuck;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UnprovenUndoException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One change on its way to being undone: what was tried, and what reading it back showed. */
final class Undo {
    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    private final UndoRecord undo;
    private final String reason;
    private final Handlers handlers;
    private final Waiting waiting;
    private final Consumer<Evidence> facts;
    private Residue residue = Residue.unreadable("not read yet");
    private String error = "";
    private int attempts;
    private boolean stuck;
    private boolean unproven;

    Undo(UndoRecord undo, String reason, Handlers handlers, Waiting waiting, Consumer<Evidence> facts) {
        this.undo = undo;
        this.reason = reason;
        this.handlers = handlers;
        this.waiting = waiting;
        this.facts = facts;
    }

    boolean isOfFault() {
        return undo.handler().startsWith("fault:");
    }

    boolean waits() {
        try {
            return isOfFault() && handlers.of(undo).waits();
        } catch (RuntimeException | Error nobodyKnowsIt) {
            return false;
        }
    }

    /** Undoes it and reads it back; what is for a person to undo is only read. */
    void attempt() {
        if (undo.kind() != UndoKind.MANUAL) {
            if (attempts == 0) {
                facts.accept(new Evidence.UndoStarted(undo.id(), reason));
            }
            recover();
        }
        attempts++;
        inspect(true);
    }

    private void recover() {
        error = "";
        unproven = false;
        try {
            handler().recover(undo);
        } catch (InjectionException | RuntimeException | Error e) {
            LOG.debug("undoing {} failed", undo.id(), e);
            error = message(e);
            unproven = e instanceof UnprovenUndoException;
            stuck = e instanceof Stuck;
        }
        facts.accept(new Evidence.UndoEnded(undo.id(), error));
    }

    /** @param first whether a request may still be on its way, so that there is another look before anything is called clean */
    private void inspect(boolean first) {
        if (stuck || unproven) {
            found(Residue.unreadable(error));
            return;
        }
        try {
            residue = handler().inspect(undo);
            // Whoever takes over from a runner that dies before the second look has to look again.
            boolean isLast = !first || inFlight().isZero();
            facts.accept(new Evidence.ResidueInspected(
                    undo.id(),
                    isLast
                            ? residue
                            : Residue.unreadable(residue.detail()
                                    + "; looked for again soon, for a request may still be on its way")));
        } catch (InjectionException | RuntimeException | Error e) {
            stuck = e instanceof Stuck;
            found(Residue.unreadable(message(e)));
        }
    }

    /** How long something that was on its way may still undo the undoing; zero where nothing clean was seen yet. */
    Duration inFlight() {
        if (undo.kind() == UndoKind.MANUAL || !isClean()) {
            return Duration.ZERO;
        }
        try {
            return handlers.of(undo).inFlight();
        } catch (RuntimeException | Error e) {
            found(Residue.unreadable(message(e)));
            return Duration.ZERO;
        }
    }

    /** Reads it back once more, if anything can have been on its way. */
    void lookAgain() {
        if (!inFlight().isZero()) {
            inspect(false);
        }
    }

    /** Nothing is gained by another attempt. */
    boolean isOver() {
        return stuck || undo.kind() == UndoKind.MANUAL || (error.isEmpty() && isClean());
    }

    private boolean isClean() {
        return residue.state() == CleanUp.CLEAN;
    }

    CleanUp state() {
        return residue.state();
    }

    /** Says what is left, if anything is. Reading back decides, and not the call: one that fails on what is gone leaves nothing. */
    void report() {
        if (isClean()) {
            if (!error.isEmpty()) {
                LOG.warn("undoing {} failed {} times, yet nothing of it is left", undo.target(), attempts);
            }
        } else if (undo.kind() == UndoKind.MANUAL) {
            problem("it is for a person to undo: " + undo.byHand());
        } else if (stuck) {
            problem("it may be left: " + residue.detail() + "; undo it by hand: " + undo.byHand());
        } else {
            problem("it could not be proven undone after " + attempts + " attempts (" + residue.detail()
                    + "); undo it by hand: " + undo.byHand());
        }
    }

    private void problem(String message) {
        LOG.error("{}: {}", undo.target(), message);
        facts.accept(new Evidence.ProblemMet("undoing " + undo.target(), message));
    }

    private UndoHandler handler() {
        return new BoundedHandler(handlers.of(undo), waiting);
    }

    private void found(Residue found) {
        residue = found;
        facts.accept(new Evidence.ResidueInspected(undo.id(), found));
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
