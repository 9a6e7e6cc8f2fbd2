package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.TimeBilled;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Picks the findings that matter. First what is left behind and what is critical, then objectives not met, then losses,
 * warnings and steps not done; where there is room, where most of the time went, and what was met most narrowly.
 */
final class Highlights {
    private static final int MOST = 3;

    private final List<Conclusion.Highlight> found = new ArrayList<>();

    private Highlights() {}

    static List<Conclusion.Highlight> of(Assessment assessment, List<ObjectiveView> objectives, List<StepView> steps) {
        Highlights highlights = new Highlights();
        highlights.cleanUp(assessment.cleanUp());
        highlights.issues(assessment, Severity.CRITICAL);
        objectives.stream().filter(o -> !o.isMet()).forEach(highlights::notMet);
        assessment.findings(WritesSeen.class).forEach(highlights::writes);
        highlights.issues(assessment, Severity.WARNING);
        steps.stream().filter(step -> !step.isDone()).forEach(highlights::notDone);
        highlights.longest(assessment.findings(TimeBilled.class));
        objectives.stream()
                .filter(ObjectiveView::isMet)
                .sorted(Comparator.comparing(o -> o.margin().orElse(Duration.ofDays(36500))))
                .forEach(highlights::met);
        highlights.issues(assessment, Severity.INFO);
        return highlights.found.stream().distinct().limit(MOST).toList();
    }

    private void add(Severity severity, String text) {
        found.add(new Conclusion.Highlight(severity, text));
    }

    private void cleanUp(CleanUp state) {
        if (state != CleanUp.CLEAN) {
            add(Severity.CRITICAL, Words.meaning(state));
        }
    }

    private void issues(Assessment assessment, Severity severity) {
        assessment.findings(Issue.class).stream()
                .filter(issue -> issue.severity() == severity)
                .forEach(issue -> add(severity, issue.message()));
    }

    private void notMet(ObjectiveView objective) {
        String verdict = objective
                .verdict()
                .map(v -> Words.of(v).toLowerCase(java.util.Locale.ROOT))
                .orElse("not judged");
        add(Severity.CRITICAL, objective.name() + ": " + verdict + ". " + sentence(objective.because()));
    }

    private void writes(WritesSeen seen) {
        if (seen.readBack() && seen.lost() > 0) {
            add(
                    Severity.WARNING,
                    seen.workload() + ": " + Figures.count(seen.lost()) + " of "
                            + Figures.count(seen.acknowledged(), "acknowledged write") + " lost.");
        }
        if (seen.splitBrain() > 0) {
            add(
                    Severity.CRITICAL,
                    seen.workload() + ": " + Figures.count(seen.splitBrain(), "write")
                            + " acknowledged by a server whose reign had ended (split brain).");
        }
    }

    private void notDone(StepView step) {
        add(
                Severity.WARNING,
                "Step " + step.number() + ", " + step.name() + ", was not done: " + sentence(step.detail()));
    }

    private void longest(List<TimeBilled> bills) {
        bills.stream()
                .max(Comparator.comparing(bill -> bill.to().minus(bill.from())))
                .ifPresent(bill -> add(
                        Severity.INFO,
                        "Most of the recovery time went into " + bill.name() + ": "
                                + Figures.duration(bill.to().minus(bill.from())) + "."));
    }

    private void met(ObjectiveView objective) {
        String margin = Meaning.margin(objective);
        add(
                Severity.INFO,
                objective.name() + ": met, " + Meaning.measured(objective)
                        + (margin.isEmpty() ? "." : ", with " + margin + "."));
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }
}
