package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.ConditionRead;
import dev.musterpoint.drills.evidence.Evidence.EffectNotSeen;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The proof that each fault happened, and that nothing of it is left. */
public record FaultProof(List<SystemFacts> systems, List<TargetProof> targets, List<Removal> removals) {
    public FaultProof {
        systems = List.copyOf(systems);
        targets = List.copyOf(targets);
        removals = List.copyOf(removals);
    }

    /**
     * One target of one fault.
     *
     * @param identity  what was known of it when the run opened its system
     * @param condition what became of the fault's condition; empty when it has none, or it was not looked at
     * @param skipped   why the fault was left out; empty when it was not
     */
    public record TargetProof(
            PlannedFault fault,
            Target target,
            Map<String, String> identity,
            Optional<InjectionReturned> injection,
            Optional<EffectSeen> seen,
            Optional<EffectNotSeen> notSeen,
            Optional<ConditionRead> condition,
            Optional<FaultSkipped> skipped) {}

    /**
     * One change that the run made, and its undoing.
     *
     * @param started when undoing began; empty when it never did, or another process did it by its own clock
     * @param by      who undid it; empty when nobody did
     * @param error   what went wrong with it; empty when nothing did
     * @param residue the last reading of what is left
     */
    public record Removal(
            UndoRecord undo,
            Optional<Moment> started,
            Optional<Moment> ended,
            String by,
            String error,
            Optional<Residue> residue) {}
}
