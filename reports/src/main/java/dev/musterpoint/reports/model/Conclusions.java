package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Quantity;
import java.util.List;
import java.util.Optional;

/** Says what the run showed: the headline, the objectives in the plan's order, and the findings that matter. */
final class Conclusions {
    private final DrillPlan plan;
    private final Assessment assessment;

    private Conclusions(DrillPlan plan, Assessment assessment) {
        this.plan = plan;
        this.assessment = assessment;
    }

    static Conclusion of(
            DrillPlan plan, JournalFacts facts, Assessment assessment, List<StepView> steps, Billing billing) {
        Conclusions conclusions = new Conclusions(plan, assessment);
        List<ObjectiveView> objectives =
                plan.spec().objectives().stream().map(conclusions::view).toList();
        String detail =
                facts.last(RunEnded.class).map(fact -> fact.body().detail()).orElse("");
        return new Conclusion(
                conclusions.headline(objectives),
                detail,
                objectives,
                Highlights.of(assessment, objectives, steps, billing));
    }

    private ObjectiveView view(Objective objective) {
        Optional<ObjectiveJudged> judged = assessment.findings(ObjectiveJudged.class).stream()
                .filter(finding -> finding.objective().equals(objective.name()))
                .findFirst();
        return new ObjectiveView(
                objective.name(),
                objective.kind(),
                judged.map(ObjectiveJudged::verdict),
                judged.map(ObjectiveJudged::target).orElseGet(objective::target),
                judged.map(ObjectiveJudged::atMost).orElseGet(objective::most),
                judged.flatMap(ObjectiveJudged::measured),
                lost(objective),
                judged.map(ObjectiveJudged::because).orElse("The run ended before this could be judged."),
                judged.map(ObjectiveJudged::arithmetic).orElse(List.of()),
                objective.on(),
                judged.flatMap(ObjectiveJudged::quantity).or(() -> asked(objective)),
                objective.ofFailback());
    }

    private static Optional<Quantity> asked(Objective objective) {
        if (objective instanceof Objective.Availability availability) {
            return Optional.of(
                    new Quantity(Quantity.Unit.SHARE, availability.atLeast().value(), Optional.empty()));
        }
        return objective instanceof Objective.Capacity capacity
                ? Optional.of(new Quantity(
                        Quantity.Unit.PER_SECOND, capacity.atLeast().perSecond(), Optional.empty()))
                : Optional.empty();
    }

    private Optional<Long> lost(Objective objective) {
        if (objective.ofFailback()) {
            return assessment.findings(ReignSeen.class).stream()
                    .filter(seen -> seen.endedBy().equals(Objective.FAILBACK))
                    .filter(seen -> objective.on().contains(seen.workload()))
                    .findFirst()
                    .map(ReignSeen::lost);
        }
        return assessment.findings(WritesSeen.class).stream()
                .filter(seen ->
                        objective instanceof Objective.RecoveryPoint || objective instanceof Objective.LostWrites)
                .filter(seen -> objective.on().contains(seen.workload()) && seen.readBack())
                .findFirst()
                .map(WritesSeen::lost);
    }

    private String headline(List<ObjectiveView> objectives) {
        if (assessment.outcome() != RunOutcome.COMPLETED) {
            return ended(assessment.outcome());
        }
        long total = objectives.size();
        long met = objectives.stream().filter(ObjectiveView::isMet).count();
        return switch (assessment.verdict()) {
            case MET -> allMet(total);
            case MISSED ->
                total == 1
                        ? "The objective was missed."
                        : met + " of " + total + (met == 1 ? " objectives was met." : " objectives were met.");
            case NOT_RECOVERED -> "The service did not come back while it was watched.";
            case NO_EFFECT -> "The fault had no proven effect: nothing was tested.";
            case INDETERMINATE ->
                total == 1
                        ? "It is not proven whether the objective was met."
                        : "It is not proven whether every objective was met.";
            case MEASUREMENT_INVALID -> "The measurement cannot carry a verdict.";
        };
    }

    private static String allMet(long total) {
        String which = total == 1
                ? "The objective was"
                : total == 2 ? "Both objectives were" : "All " + total + " objectives were";
        return which + " met.";
    }

    private static String ended(RunOutcome outcome) {
        return switch (outcome) {
            case ABORTED -> "The run was stopped before its end.";
            case REFUSED -> "The run was refused: nothing was injected.";
            case FAILED -> "The run failed before its end.";
            default -> "The runner died before the run's end.";
        };
    }
}
