package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges whether every step of the runbook was done. One that failed or took too long shows that it cannot be; one that was
 * never tried, for nobody was there or a step before it had failed, shows nothing by itself.
 */
final class StepsCheck {
    private final DrillPlan plan;
    private final JournalFacts journal;

    StepsCheck(DrillPlan plan, EvidenceLog evidence) {
        this.plan = plan;
        this.journal = JournalFacts.of(evidence);
    }

    ObjectiveJudged judge(Objective.StepsDone objective) {
        Ruling ruling = rule();
        return new ObjectiveJudged(
                objective.name(),
                objective.kind(),
                ruling.verdict(),
                objective.target(),
                objective.most(),
                Optional.empty(),
                ruling.because(),
                plan.steps().stream().map(this::line).toList());
    }

    private Ruling rule() {
        List<PlannedStep> steps = plan.steps();
        List<PlannedStep> failed = steps.stream().filter(this::hasFailed).toList();
        List<PlannedStep> left = steps.stream().filter(step -> !isDone(step)).toList();
        String done = (steps.size() - left.size()) + " of " + steps.size() + " steps were done";
        if (!failed.isEmpty()) {
            return Ruling.of(Verdict.MISSED, done + "; failed: " + names(failed));
        }
        return left.isEmpty()
                ? Ruling.of(Verdict.MET, done)
                : Ruling.of(Verdict.INDETERMINATE, done + " and none failed; not tried to its end: " + names(left));
    }

    private static String names(List<PlannedStep> steps) {
        return steps.stream().map(step -> "'" + step.step().name() + "'").collect(Collectors.joining(", "));
    }

    private boolean isDone(PlannedStep step) {
        return outcome(step).filter(StepOutcome.DONE::equals).isPresent();
    }

    private boolean hasFailed(PlannedStep step) {
        return outcome(step)
                .filter(outcome -> outcome == StepOutcome.FAILED || outcome == StepOutcome.TIMED_OUT)
                .isPresent();
    }

    private Optional<StepOutcome> outcome(PlannedStep step) {
        return journal.all(StepEnded.class).stream()
                .filter(end -> end.stage() == step.stage() && end.step() == step.number())
                .findFirst()
                .map(StepEnded::outcome);
    }

    private String line(PlannedStep step) {
        String outcome = outcome(step)
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("cut off");
        String took = took(step).map(each -> " after " + Say.roughly(each)).orElse("");
        return "step " + step.number() + " '" + step.step().name() + "': " + outcome + took + ", planned "
                + Say.roughly(step.step().planned());
    }

    private Optional<Duration> took(PlannedStep step) {
        Optional<Moment> from = journal.first(
                StepStarted.class, start -> start.stage() == step.stage() && start.step() == step.number());
        Optional<Moment> to =
                journal.first(StepEnded.class, end -> end.stage() == step.stage() && end.step() == step.number());
        return from.flatMap(start -> to.map(end -> end.minus(start)));
    }
}
