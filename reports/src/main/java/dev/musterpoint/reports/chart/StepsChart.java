package dev.musterpoint.reports.chart;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.reports.model.ChartData;
import dev.musterpoint.reports.model.Legible;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.StepView;
import dev.musterpoint.reports.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runbook steps over time: as planned, one after the other from the fault on, and below each what was done. */
public record StepsChart(double height, double axisY, List<Tick> ticks, List<Row> rows, int leftOut) {
    public static final double LEFT = 222;

    private static final double TOP = 8;
    private static final double STEP = 34;
    private static final int LABEL = 25;
    private static final int MOST = 40;
    /** The room the remark "not reached" takes. */
    private static final double REMARK = 74;

    /**
     * One step.
     *
     * @param actual what was done; empty when it did not run
     * @param remark how it ended; without text when it was done
     */
    public record Row(String label, double y, Bar planned, Optional<Bar> actual, boolean done, Remark remark) {}

    /** How a step ended, and where that is written. */
    public record Remark(String text, double x, double y) {}

    public record Bar(double x, double width) {
        double end() {
            return x + width;
        }
    }

    /** The chart of a run's steps; empty when there is no runbook. */
    public static Optional<StepsChart> of(ReportModel model) {
        List<StepView> steps = model.steps();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Moment zero =
                model.charts().fault().map(ChartData.FaultWindow::earliest).orElseGet(() -> firstStart(steps));
        TimeScale scale = new TimeScale(zero, end(model, zero), zero, LEFT, StripChart.RIGHT - 8);
        List<Row> rows = new ArrayList<>();
        Moment planned = zero;
        for (StepView step : steps.subList(0, Math.min(MOST, steps.size()))) {
            rows.add(row(step, planned, scale, model.charts().end(), TOP + STEP * rows.size()));
            planned = planned.plus(step.planned());
        }
        double axis = TOP + STEP * rows.size() + 2;
        return Optional.of(new StepsChart(axis + 26, axis, scale.ticks(), rows, steps.size() - rows.size()));
    }

    private static Moment firstStart(List<StepView> steps) {
        return steps.stream()
                .flatMap(step -> step.started().stream())
                .min(Moment::compareTo)
                .orElse(Moment.START);
    }

    /** The end of the last step, as planned or as done; a step that never ended lasts as long as the run. */
    private static Moment end(ReportModel model, Moment zero) {
        Moment end = zero;
        for (StepView step : model.steps()) {
            end = end.plus(step.planned());
        }
        Moment actual = model.steps().stream()
                .filter(step -> step.started().isPresent())
                .map(step -> step.ended().orElse(model.charts().end()))
                .max(Moment::compareTo)
                .orElse(zero);
        return actual.isAfter(end) ? actual : end;
    }

    private static Row row(StepView step, Moment from, TimeScale scale, Moment end, double y) {
        Bar planned = bar(scale, from, from.plus(step.planned()));
        Optional<Bar> actual =
                step.started().map(start -> bar(scale, start, step.ended().orElse(end)));
        return new Row(
                step.number() + "  " + Legible.shortened(step.name(), LABEL),
                y,
                planned,
                actual,
                step.isDone(),
                remark(step, planned, actual, y));
    }

    private static Bar bar(TimeScale scale, Moment from, Moment to) {
        double x = scale.x(from);
        return new Bar(x, Math.max(2, scale.x(to) - x));
    }

    /** Behind what was done, where there is room; else beside what was planned. */
    private static Remark remark(StepView step, Bar planned, Optional<Bar> actual, double y) {
        String text = step.isDone() ? "" : how(step).toLowerCase(Locale.ROOT);
        if (actual.isPresent() && actual.get().end() + REMARK < StripChart.RIGHT) {
            return new Remark(text, actual.get().end() + 6, y + 22);
        }
        double x = planned.end() + REMARK < StripChart.RIGHT ? planned.end() + 6 : planned.x() - REMARK;
        return new Remark(text, Math.max(LEFT + 4, x), y + 11);
    }

    private static String how(StepView step) {
        String otherwise = step.started().isPresent() ? "Cut off" : "Not reached";
        return step.outcome().map((StepOutcome outcome) -> Words.of(outcome)).orElse(otherwise);
    }
}
