package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.ProblemMet;
import dev.musterpoint.drills.verdict.Finding.Issue;
import java.util.List;

/**
 * What went otherwise than planned.
 *
 * @param issues   what judging found, the most severe first
 * @param problems what the runner met on its way
 * @param steps    steps that were not done
 */
public record Deviations(List<Issue> issues, List<ProblemMet> problems, List<StepView> steps) {
    public Deviations {
        issues = List.copyOf(issues);
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return issues.isEmpty() && problems.isEmpty() && steps.isEmpty();
    }
}
