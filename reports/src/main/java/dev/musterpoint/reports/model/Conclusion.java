package dev.musterpoint.reports.model;

import dev.musterpoint.drills.verdict.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What the run showed, first of all.
 *
 * @param headline   one sentence
 * @param detail     how the run ended, in the runner's words; empty when there is nothing to add
 * @param highlights the findings that matter, at most three
 */
public record Conclusion(String headline, String detail, List<ObjectiveView> objectives, List<Highlight> highlights) {
    public Conclusion {
        Objects.requireNonNull(headline);
        Objects.requireNonNull(detail);
        objectives = List.copyOf(objectives);
        highlights = List.copyOf(highlights);
    }

    /**
     * One finding.
     *
     * @param subject what it is about
     * @param text    what was found, in one or two sentences
     */
    public record Highlight(Severity severity, String subject, String text) {}

    /** The recovery-time objectives among them that count from a fault. */
    public List<ObjectiveView> recoveryTimes() {
        return objectives.stream()
                .filter(each -> each.isRecoveryTime() && !each.failback())
                .toList();
    }

    /** The objectives about time and answers: all that neither speak of writes nor count from the fail-back. */
    public List<ObjectiveView> service() {
        return objectives.stream()
                .filter(each -> !each.isLoss() && !each.failback())
                .toList();
    }

    /** The objectives that count from the fail-back. */
    public List<ObjectiveView> failback() {
        return objectives.stream().filter(ObjectiveView::failback).toList();
    }

    /** The objectives that speak of writes, but for those that count from the fail-back. */
    public List<ObjectiveView> losses() {
        return objectives.stream()
                .filter(each -> each.isLoss() && !each.failback())
                .toList();
    }
}
