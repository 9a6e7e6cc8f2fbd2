package dev.musterpoint.reports;

import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.reports.ScriptedRun.Script;
import dev.musterpoint.reports.model.Conclusion;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.StepView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A scripted run's report with one of everything: also setup and teardown, and objectives of every kind. */
public final class RichModel {
    private RichModel() {}

    public static ReportModel of(Script script) {
        ReportModel plain = ScriptedRun.outside(script).model();
        Conclusion told = plain.conclusion();
        List<ObjectiveView> objectives =
                Stream.concat(told.objectives().stream(), more().stream()).toList();
        return new ReportModel(
                plain.plan(),
                plain.assessment(),
                plain.runFacts(),
                plain.cover(),
                new Conclusion(told.headline(), told.detail(), objectives, told.highlights()),
                plain.baseline(),
                plain.timeline(),
                plain.steps(),
                around(),
                plain.billing(),
                plain.dataLoss(),
                plain.proof(),
                plain.deviations(),
                plain.manifest(),
                plain.method(),
                plain.failback(),
                plain.noted(),
                plain.charts());
    }

    private static List<StepView> around() {
        return List.of(
                around(StepStage.SETUP, 1, "Fill the tables", StepOutcome.DONE, "20,000 rows"),
                around(StepStage.TEARDOWN, 1, "Remove the test's customers", StepOutcome.FAILED, "permission denied"));
    }

    private static StepView around(StepStage stage, int number, String name, StepOutcome outcome, String detail) {
        RunbookStep step = new RunbookStep.Automated(
                name,
                StepPart.ACT,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                "sql",
                Optional.of("db"),
                Params.NONE);
        return new StepView(
                stage,
                number,
                step,
                Optional.of(ScriptedRun.at(1)),
                Optional.of(ScriptedRun.at(1.75)),
                Optional.of(outcome),
                "runner",
                detail);
    }

    /** Objectives of the kinds that the scripted run has none of. */
    public static List<ObjectiveView> more() {
        return List.of(
                quantity("reading holds", "availability", Verdict.MISSED, Quantity.Unit.SHARE, 0.99, 0.9561, 0.9576),
                quantity("writing holds", "availability", Verdict.MET, Quantity.Unit.SHARE, 0.95, 0.9634, 0.9649),
                quantity("orders flow", "capacity", Verdict.MET, Quantity.Unit.PER_SECOND, 150, 171.2, 174.9),
                latency());
    }

    private static ObjectiveView latency() {
        return new ObjectiveView(
                "reading is quick",
                "latency",
                Optional.of(Verdict.INDETERMINATE),
                Optional.of(Duration.ofMillis(30)),
                Optional.empty(),
                Optional.of(Interval.of(Duration.ofMillis(28), Duration.ofMillis(33))),
                Optional.empty(),
                "the target lies within the interval",
                List.of("p99 of 658 attempts is the 652nd", "it lies between 28 ms and 33 ms"),
                List.of("read-pooled"),
                Optional.empty(),
                false);
    }

    private static ObjectiveView quantity(
            String name, String kind, Verdict verdict, Quantity.Unit unit, double least, double lower, double upper) {
        return new ObjectiveView(
                name,
                kind,
                Optional.of(verdict),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of("good / due = " + lower + " at least, " + upper + " at most"),
                List.of("read-pooled"),
                Optional.of(new Quantity(unit, least, Optional.of(Quantity.Bounds.of(lower, upper)))),
                false);
    }
}
