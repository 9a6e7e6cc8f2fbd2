package dev.musterpoint.reports.model;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the response's judgements from those of the fail-back, which is an event of its own with times of its own. */
final class OfResponse {
    private OfResponse() {}

    static List<ObjectiveJudged> judged(DrillPlan plan, Assessment assessment) {
        Set<String> failback = plan.spec().objectives().stream()
                .filter(Objective::ofFailback)
                .map(Objective::name)
                .collect(Collectors.toSet());
        return assessment.findings(ObjectiveJudged.class).stream()
                .filter(judged -> !failback.contains(judged.objective()))
                .toList();
    }
}
