package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the journal says of one fault that was asked for.
 *
 * @param earliest T0⁻: the first call was about to go out
 * @param latest   T0⁺: a read had seen the effect on every target; where that is not so, the last call had returned
 * @param proven   whether the effect was seen on every target
 * @param removed  when the runner began to take the fault away, if that is its to do
 */
public record FaultFacts(String name, Moment earliest, Moment latest, boolean proven, Optional<Moment> removed) {
    public FaultFacts {
        Objects.requireNonNull(name);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
        Objects.requireNonNull(removed);
    }

    /** Empty when the fault was never asked for. */
    static Optional<FaultFacts> of(PlannedFault fault, JournalFacts journal) {
        List<InjectionReturned> calls = journal.all(InjectionReturned.class).stream()
                .filter(call -> call.fault() == fault.number())
                .toList();
        Optional<Moment> earliest =
                calls.stream().map(InjectionReturned::started).min(Moment::compareTo);
        return earliest.map(from -> {
            List<EffectSeen> effects = journal.all(EffectSeen.class).stream()
                    .filter(effect -> effect.fault() == fault.number())
                    .toList();
            boolean proven = seenOnAll(fault, effects);
            Moment latest = proven
                    ? effects.stream()
                            .map(EffectSeen::returned)
                            .max(Moment::compareTo)
                            .orElse(from)
                    : calls.stream()
                            .map(InjectionReturned::returned)
                            .max(Moment::compareTo)
                            .orElse(from);
            return new FaultFacts(fault.spec().name(), from, latest, proven, removed(calls, journal));
        });
    }

    private static boolean seenOnAll(PlannedFault fault, List<EffectSeen> effects) {
        Set<String> seen = effects.stream().map(EffectSeen::target).collect(Collectors.toSet());
        return !fault.targets().isEmpty()
                && fault.targets().stream().map(Target::id).allMatch(seen::contains);
    }

    private static Optional<Moment> removed(List<InjectionReturned> calls, JournalFacts journal) {
        Set<String> ours = journal.all(UndoPrepared.class).stream()
                .map(UndoPrepared::undo)
                .filter(undo -> undo.kind() == UndoKind.AUTO || undo.kind() == UndoKind.IF)
                .map(UndoRecord::id)
                .filter(id -> calls.stream().anyMatch(call -> call.undo().equals(id)))
                .collect(Collectors.toSet());
        return journal.first(UndoStarted.class, undo -> ours.contains(undo.undo()));
    }
}
