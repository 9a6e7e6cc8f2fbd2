package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.FailbackEnded;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.StepPart;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the journal says of a fail-back that came as far as the step that switches.
 *
 * @param earliest T⁻: that step began; recovery counts from here
 * @param latest   T⁺: it ended, so that the reign of the server it took the service from was over
 * @param done     whether it ended as it should
 * @param watchEnd when watching the fail-back ended
 */
public record FailbackFacts(Moment earliest, Moment latest, boolean done, Moment watchEnd) {
    public FailbackFacts {
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
        Objects.requireNonNull(watchEnd);
    }

    /** Empty when the service was never taken from where it was. */
    static Optional<FailbackFacts> of(DrillPlan plan, JournalFacts journal) {
        Set<Integer> switches = plan.failback().stream()
                .filter(each -> each.step().part() == StepPart.SWITCH)
                .map(PlannedStep::number)
                .collect(Collectors.toSet());
        return journal.all(StepStarted.class).stream()
                .filter(start -> start.stage() == StepStage.FAILBACK && switches.contains(start.step()))
                .findFirst()
                .map(start -> of(start.step(), plan, journal));
    }

    private static FailbackFacts of(int step, DrillPlan plan, JournalFacts journal) {
        Moment from = journal.first(
                        StepStarted.class, start -> start.stage() == StepStage.FAILBACK && start.step() == step)
                .orElseThrow();
        Moment watchEnd = journal.first(FailbackEnded.class, end -> true)
                .orElse(from.plus(JudgedLane.longestWatch(plan.spec().ofFailback())));
        Moment to = journal.first(StepEnded.class, end -> end.stage() == StepStage.FAILBACK && end.step() == step)
                .orElse(watchEnd);
        boolean done = journal.all(StepEnded.class).stream()
                .anyMatch(end ->
                        end.stage() == StepStage.FAILBACK && end.step() == step && end.outcome() == StepOutcome.DONE);
        return new FailbackFacts(from, to, done, watchEnd);
    }
}
