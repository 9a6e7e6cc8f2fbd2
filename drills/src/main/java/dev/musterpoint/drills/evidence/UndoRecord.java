package dev.musterpoint.drills.evidence;

import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Checks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * All that undoing a change needs, written durably before the change is made. It works in another process, on another
 * node, a day later.
 *
 * @param id        unique within the run
 * @param handler   the registered type that knows how to undo it (a fault, system or workload type)
 * @param target    what was changed, for people
 * @param ownerMark the deterministic mark that everything made for this change carries (run id and number)
 * @param kind      how it is undone
 * @param holdFor   the longest the change may stand; zero where it has no limit of its own
 * @param data      what the handler needs; amended as more becomes known
 * @param byHand    the exact command that undoes it by hand, for the day when all else failed
 */
public record UndoRecord(
        String id,
        String handler,
        String target,
        String ownerMark,
        UndoKind kind,
        Duration holdFor,
        Map<String, String> data,
        String byHand) {
    public UndoRecord {
        Checks.text(id, "undo id");
        Checks.text(handler, "handler");
        Objects.requireNonNull(target);
        Checks.text(ownerMark, "ownerMark");
        Objects.requireNonNull(kind);
        Checks.notNegative(holdFor, "holdFor");
        data = Checks.ordered(data);
        Objects.requireNonNull(byHand);
    }

    /** Of what {@code fault} does to {@code target}, one of its own, and which may stand as long as the fault is held. */
    public static UndoRecord of(
            PlannedFault fault,
            Target target,
            String ownerMark,
            UndoKind kind,
            Map<String, String> data,
            String byHand) {
        return new UndoRecord(
                "fault-" + fault.number() + ":" + target.id(),
                "fault:" + fault.spec().type(),
                target.id(),
                ownerMark,
                kind,
                fault.spec().holdFor(),
                data,
                byHand);
    }

    /** This record of what may stand for {@code longest}. */
    public UndoRecord standing(Duration longest) {
        return new UndoRecord(id, handler, target, ownerMark, kind, longest, data, byHand);
    }

    /** This record with {@code more} put over its data. */
    public UndoRecord amended(Map<String, String> more) {
        LinkedHashMap<String, String> all = new LinkedHashMap<>(data);
        all.putAll(more);
        return new UndoRecord(id, handler, target, ownerMark, kind, holdFor, all, byHand);
    }
}
