package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ConditionRead;
import dev.musterpoint.drills.evidence.Evidence.EffectNotSeen;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Evidence.SystemOpened;
import dev.musterpoint.drills.evidence.Evidence.UndoEnded;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.reports.model.JournalFacts.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Collects, for every target of every fault, what is proven of it, and for every change how it was undone. */
final class Proofs {
    private final JournalFacts facts;
    private final List<SystemFacts> systems;

    private Proofs(JournalFacts facts) {
        this.facts = facts;
        this.systems =
                facts.bodies(SystemOpened.class).map(SystemOpened::system).toList();
    }

    static FaultProof of(DrillPlan plan, JournalFacts facts) {
        Proofs proofs = new Proofs(facts);
        return new FaultProof(
                proofs.systems,
                plan.faults().stream()
                        .flatMap(fault -> fault.targets().stream().map(target -> proofs.target(fault, target)))
                        .toList(),
                facts.bodies(UndoPrepared.class)
                        .map(prepared -> proofs.removal(prepared.undo()))
                        .toList());
    }

    private FaultProof.TargetProof target(PlannedFault fault, Target target) {
        int number = fault.number();
        String id = target.id();
        return new FaultProof.TargetProof(
                fault,
                target,
                identity(fault, target),
                find(
                        InjectionReturned.class,
                        f -> f.fault() == number && f.target().equals(id)),
                find(EffectSeen.class, f -> f.fault() == number && f.target().equals(id)),
                find(EffectNotSeen.class, f -> f.fault() == number && f.target().equals(id)),
                find(ConditionRead.class, f -> f.fault() == number),
                find(FaultSkipped.class, f -> f.fault() == number));
    }

    private Map<String, String> identity(PlannedFault fault, Target target) {
        return fault.spec()
                .system()
                .flatMap(name -> systems.stream()
                        .filter(system -> system.name().equals(name))
                        .findFirst())
                .flatMap(system -> system.member(target.attributes().getOrDefault("member", target.id())))
                .map(SystemFacts.Member::facts)
                .orElse(target.attributes());
    }

    private FaultProof.Removal removal(UndoRecord undo) {
        Optional<Fact<UndoStarted>> started =
                last(UndoStarted.class, f -> f.undo().equals(undo.id()));
        Optional<Fact<UndoEnded>> ended = last(UndoEnded.class, f -> f.undo().equals(undo.id()));
        return new FaultProof.Removal(
                undo,
                started.flatMap(Fact::since),
                ended.flatMap(Fact::since),
                started.map(Fact::actor).orElse(""),
                ended.map(fact -> fact.body().error()).orElse(""),
                last(ResidueInspected.class, f -> f.undo().equals(undo.id()))
                        .map(fact -> fact.body().residue()));
    }

    private <T extends Evidence> Optional<T> find(Class<T> kind, Predicate<T> which) {
        return facts.bodies(kind).filter(which).findFirst();
    }

    private <T extends Evidence> Optional<Fact<T>> last(Class<T> kind, Predicate<T> which) {
        return facts.all(kind).filter(fact -> which.test(fact.body())).reduce((earlier, later) -> later);
    }
}
