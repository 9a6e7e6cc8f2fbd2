package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run came to: the verdict in one line, then the objectives, then what else matters. */
public final class RunSummary {
    /** Verdicts whose interval means something; of an invalid measurement it does not. */
    private static final Set<Verdict> CARRIED =
            EnumSet.of(Verdict.MET, Verdict.MISSED, Verdict.NOT_RECOVERED, Verdict.INDETERMINATE);

    private final Ink ink;

    public RunSummary(Ink ink) {
        this.ink = ink;
    }

    /** Verdict, RTA, RPA, writes acknowledged and lost, in one line; of the fail-back by themselves. */
    public String headline(DrillPlan plan, Assessment assessment) {
        List<ObjectiveJudged> response = judged(assessment, plan.spec().ofResponse());
        List<ObjectiveJudged> failback = judged(assessment, plan.spec().ofFailback());
        List<String> parts = new ArrayList<>();
        parts.add(ink.verdict(assessment.verdict()));
        switch (assessment.outcome()) {
            case COMPLETED -> {}
            default -> parts.add(assessment.outcome().name().toLowerCase(Locale.ROOT));
        }
        measured(response, "recoveryTime").ifPresent(interval -> parts.add("RTA " + interval));
        measured(response, "redundancy").ifPresent(interval -> parts.add("full strength " + interval));
        measured(response, "recoveryPoint").ifPresent(interval -> parts.add("RPA " + interval));
        measured(failback, "recoveryTime").ifPresent(interval -> parts.add("fail-back RTA " + interval));
        measured(failback, "recoveryPoint").ifPresent(interval -> parts.add("fail-back RPA " + interval));
        for (WritesSeen writes : assessment.findings(WritesSeen.class)) {
            parts.add(writes(writes));
        }
        if (assessment.cleanUp() != CleanUp.CLEAN) {
            parts.add("clean-up " + ink.cleanUp(assessment.cleanUp()));
        }
        return String.join("  ·  ", parts);
    }

    private static String writes(WritesSeen writes) {
        String lost = writes.readBack() ? writes.lost() + " lost" : "loss unknown";
        return String.format(Locale.ROOT, "%,d writes acknowledged, %s", writes.acknowledged(), lost);
    }

    private static List<ObjectiveJudged> judged(Assessment assessment, DrillSpec spec) {
        Set<String> names = spec.objectives().stream().map(Objective::name).collect(Collectors.toSet());
        return assessment.findings(ObjectiveJudged.class).stream()
                .filter(judged -> names.contains(judged.objective()))
                .toList();
    }

    private static Optional<Interval> measured(List<ObjectiveJudged> all, String kind) {
        return all.stream()
                .filter(judged -> judged.kind().equals(kind))
                .filter(judged -> CARRIED.contains(judged.verdict()))
                .flatMap(judged -> judged.measured().stream())
                .reduce(Interval::worst);
    }

    /** One line per objective, and the issues that a reader must not miss. */
    public void details(Assessment assessment, PrintWriter out) {
        for (ObjectiveJudged judged : assessment.findings(ObjectiveJudged.class)) {
            out.println("  " + mark(judged) + " " + judged.objective() + ": " + against(judged));
        }
        assessment.findings(Issue.class).stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .forEach(issue -> out.println("  " + ink.warn("!") + " " + issue.message()));
    }

    private String mark(ObjectiveJudged judged) {
        return switch (judged.verdict()) {
            case MET -> ink.good("✓");
            case MISSED, NOT_RECOVERED -> ink.bad("✗");
            case MEASUREMENT_INVALID, NO_EFFECT, INDETERMINATE -> ink.warn("?");
        };
    }

    private static String against(ObjectiveJudged judged) {
        if (judged.kind().equals("stepsDone")) {
            return judged.verdict() == Verdict.MET ? because(judged) : judged.verdict() + ", " + because(judged);
        }
        String target = judged.target()
                .map(Durations::format)
                .or(() -> judged.atMost().map(most -> "at most " + most))
                .or(() -> judged.quantity().map(Quantity::target))
                .orElse("no target");
        String measured = judged.measured()
                .filter(interval -> CARRIED.contains(judged.verdict()))
                .map(Interval::toString)
                .or(() -> judged.quantity().map(Quantity::toString))
                .orElse("not measured");
        String against = measured + " against " + target;
        return judged.verdict() == Verdict.MET ? against : against + ": " + judged.verdict() + ", " + because(judged);
    }

    private static String because(ObjectiveJudged judged) {
        return RunWords.line(judged.because());
    }
}
