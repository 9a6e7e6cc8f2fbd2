package dev.musterpoint.reports.model;

import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import java.util.List;
import java.util.Objects;

/**
 * How the service was brought back to where it was.
 *
 * @param runbook   by what procedure
 * @param confirmed whether recovery from it was confirmed
 * @param ending    how it ended, in the runner's words; empty when the run ended before
 * @param steps     its steps, planned and actual
 * @param reigns    what each server acknowledged and lost, over the whole run
 */
public record FailbackView(
        String runbook, boolean confirmed, String ending, List<StepView> steps, List<ReignSeen> reigns) {
    public FailbackView {
        Objects.requireNonNull(runbook);
        Objects.requireNonNull(ending);
        steps = List.copyOf(steps);
        reigns = List.copyOf(reigns);
    }

    /** How many of its steps were done. */
    public long done() {
        return steps.stream().filter(StepView::isDone).count();
    }

    /** What ended a reign, in words. */
    public static String end(ReignSeen reign) {
        return reign.endedBy().isEmpty() ? "nothing: it lasted" : reign.endedBy();
    }
}
