package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Undoes changes one after another, and then reads them back. Nobody's proof is waited for before the next is undone; neither a
 * failure nor a handler that hangs keeps the next from being undone; and a journal that cannot be written (a full disk) never
 * keeps a fault in place.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    /**
     * How long it is tried again. A run tries twice, when it lifts its faults and when it ends: an API server that is restarted is
     * back by then.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final Handlers handlers;
    private final Consumer<Evidence> facts;
    private final RunClock clock;
    private final Waiting waiting;

    /** @param facts takes each fact; may throw, which is logged and then passed over */
    public Recovery(Handlers handlers, Consumer<Evidence> facts, RunClock clock, Waiting waiting) {
        this.handlers = handlers;
        this.facts = facts;
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * Undoes {@code records} in the order given, but faults first, and those last of them whose end is waited for; and again
     * what is not proven undone.
     *
     * @return the worst state found when reading back
     */
    public CleanUp undo(List<UndoRecord> records, String reason) throws InterruptedException {
        List<Undo> all = new ArrayList<>();
        for (UndoRecord record : records) {
            if (record.kind() != UndoKind.NONE) {
                all.add(new Undo(record, reason, handlers, waiting, this::record));
            }
        }
        attempt(inTurn(all));
        all.forEach(Undo::report);
        return all.stream().map(Undo::state).reduce(CleanUp.CLEAN, CleanUp::and);
    }

    /** Faults first that can be lifted at once, then those that are waited for, and then what they were made in. */
    private static List<Undo> inTurn(List<Undo> all) {
        List<Undo> open = new ArrayList<>(all);
        open.sort(
                Comparator.comparing(Undo::isOfFault, Comparator.reverseOrder()).thenComparing(Undo::waits));
        return open;
    }

    /** Once, and then again until it is undone or our patience is at its end. */
    private void attempt(List<Undo> open) throws InterruptedException {
        Moment end = clock.now().plus(PATIENCE);
        Duration backOff = FIRST_BACK_OFF;
        while (true) {
            open.forEach(Undo::attempt);
            lookAgain(open);
            open.removeIf(Undo::isOver);
            if (open.isEmpty() || !clock.now().isBefore(end)) {
                return;
            }
            waiting.pause(backOff);
            backOff = shorter(backOff.multipliedBy(2), LONGEST_BACK_OFF);
        }
    }

    /** A request may still be on its way, so clean counts only when it is still so once none can be. */
    private void lookAgain(List<Undo> undone) throws InterruptedException {
        Duration inFlight = undone.stream().map(Undo::inFlight).reduce(Duration.ZERO, Recovery::longer);
        if (!inFlight.isZero()) {
            waiting.pause(inFlight);
            undone.forEach(Undo::lookAgain);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void record(Evidence fact) {
        try {
            facts.accept(fact);
        } catch (RuntimeException e) {
            LOG.error("{} (undoing goes on without it)", e.getMessage());
        }
    }
}
