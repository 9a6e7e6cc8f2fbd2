package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.spec.RunbookStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A runbook step that was done, and when. */
record DoneStep(RunbookStep step, Moment from, Moment to) {

    /** Those of a run that were done, in order of time. */
    static List<DoneStep> of(DrillPlan plan, EvidenceLog evidence) {
        JournalFacts journal = JournalFacts.of(evidence);
        List<DoneStep> done = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            Optional<Moment> from = journal.first(
                    StepStarted.class, started -> started.stage() == step.stage() && started.step() == step.number());
            Optional<Moment> to = journal.first(
                    StepEnded.class,
                    ended -> ended.stage() == step.stage()
                            && ended.step() == step.number()
                            && ended.outcome() == StepOutcome.DONE);
            if (from.isPresent() && to.isPresent()) {
                done.add(new DoneStep(step.step(), from.get(), to.get()));
            }
        }
        done.sort(Comparator.comparing(DoneStep::from));
        return done;
    }
}
