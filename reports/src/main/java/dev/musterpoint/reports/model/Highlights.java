package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Picks the findings that matter. First what is left behind, objectives missed and what is critical, then other
 * objectives not met, losses, warnings and steps not done; where there is room, where most of the time went, and what was met most narrowly.
 */
final class Highlights {
    private static final int MOST = 3;
    private static final String SAID_BY_THE_HEADLINE = "RUN_NOT_COMPLETED";
    private static final Duration UNBOUNDED = Duration.ofDays(36_500);

    private final List<Conclusion.Highlight> found = new ArrayList<>();

    private Highlights() {}

    static List<Conclusion.Highlight> of(
            Assessment assessment, List<ObjectiveView> objectives, List<StepView> steps, Billing billing) {
        Highlights highlights = new Highlights();
        highlights.cleanUp(assessment.cleanUp());
        objectives.stream().filter(Highlights::hasFailed).forEach(highlights::notMet);
        highlights.issues(assessment, Severity.CRITICAL);
        objectives.stream().filter(o -> o.verdict().isPresent() && !o.isMet()).forEach(highlights::notMet);
        boolean told = objectives.stream().anyMatch(o -> !o.isMet() && o.countsWrites());
        assessment.findings(WritesSeen.class).forEach(seen -> highlights.writes(seen, told));
        highlights.issues(assessment, Severity.WARNING);
        steps.stream().filter(step -> !step.isDone()).forEach(highlights::notDone);
        billing.largest().ifPresent(highlights::largest);
        objectives.stream()
                .filter(ObjectiveView::isMet)
                .sorted(Comparator.comparing(o -> o.margin().orElse(UNBOUNDED)))
                .forEach(highlights::met);
        highlights.issues(assessment, Severity.INFO);
        return highlights.found.stream().limit(MOST).toList();
    }

    /** Adds a finding, unless one that is there says the same already. */
    private void add(Severity severity, String subject, String text) {
        Conclusion.Highlight next = new Conclusion.Highlight(severity, subject + ":", Words.sentence(text));
        if (found.stream().noneMatch(other -> Highlights.says(other, next) || Highlights.says(next, other))) {
            found.add(next);
        }
    }

    private static boolean says(Conclusion.Highlight one, Conclusion.Highlight other) {
        return one.text().toLowerCase(Locale.ROOT).endsWith(other.text().toLowerCase(Locale.ROOT));
    }

    private void cleanUp(CleanUp state) {
        if (state != CleanUp.CLEAN) {
            add(Severity.CRITICAL, "Clean-up", Words.meaning(state));
        }
    }

    private void issues(Assessment assessment, Severity severity) {
        assessment.findings(Issue.class).stream()
                .filter(issue -> issue.severity() == severity && !issue.code().equals(SAID_BY_THE_HEADLINE))
                .forEach(issue -> add(severity, Words.of(severity), issue.message()));
    }

    private void notMet(ObjectiveView objective) {
        add(hasFailed(objective) ? Severity.CRITICAL : Severity.WARNING, objective.name(), objective.because());
    }

    private static boolean hasFailed(ObjectiveView objective) {
        return objective
                .verdict()
                .filter(verdict -> verdict == Verdict.MISSED || verdict == Verdict.NOT_RECOVERED)
                .isPresent();
    }

    private void writes(WritesSeen seen, boolean lossIsTold) {
        if (seen.splitBrain() > 0) {
            String writes = Figures.count(seen.splitBrain(), "write");
            add(
                    Severity.CRITICAL,
                    seen.workload(),
                    writes + " acknowledged by a server whose reign had ended (split brain)");
        }
        if (seen.readBack() && seen.lost() > 0 && !lossIsTold) {
            add(
                    Severity.WARNING,
                    seen.workload(),
                    Figures.count(seen.lost()) + " of " + Figures.count(seen.acknowledged(), "acknowledged write")
                            + " lost");
        }
    }

    private void notDone(StepView step) {
        add(Severity.WARNING, "Step " + step.number() + ", " + step.name(), "not done: " + step.detail());
    }

    private void largest(Billing.Bill bill) {
        add(
                Severity.INFO,
                "Where the time went",
                "the largest part, " + Figures.duration(bill.counted()) + ": " + bill.name());
    }

    private void met(ObjectiveView objective) {
        String margin = Meaning.margin(objective);
        add(
                Severity.INFO,
                objective.name(),
                Meaning.measured(objective) + (margin.isEmpty() ? "" : ", with " + margin));
    }
}
