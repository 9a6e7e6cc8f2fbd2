package dev.musterpoint.reports.chart;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.reports.model.ChartData;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.Legible;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Availability over time: one row for each probe, the fault and the recovery marked, and below them the bracket of each
 * recovery-time objective, from the fault to L and from L to U.
 *
 * @param title       what the chart shows, for readers who cannot see it
 * @param description what is to be seen in it, in a sentence
 */
public record StripChart(
        String id,
        String title,
        String description,
        double height,
        double axisY,
        List<Tick> ticks,
        List<StripRow> rows,
        List<Mark> marks,
        List<Bracket> brackets) {
    public static final double WIDTH = 760;
    public static final double LEFT = 130;
    public static final double RIGHT = 748;

    private static final double TOP = 26;
    private static final double ROW = 24;
    private static final double STEP = 34;
    private static final double BRACKET = 36;
    private static final double AXIS = 26;
    private static final int LABEL = 16;
    /** A closer look that shows most of the run anyway is no closer look. */
    private static final double WORTH = 0.7;

    /** A moment marked with a line; {@code before} puts the label to its left. */
    public record Mark(double x, String label, boolean before) {}

    /**
     * One objective's interval. The fault acted between {@code from} (T0⁻) and {@code acted} (T0⁺); L runs from
     * {@code acted} to {@code lower}, U from {@code from} to {@code upper}.
     *
     * @param open  U is open: the bracket runs off the axis
     */
    public record Bracket(
            String label,
            double y,
            double from,
            double acted,
            double lower,
            double upper,
            boolean open,
            String lowerLabel,
            String upperLabel) {}

    /** The whole run, in time since it started. Empty when no probe saw anything. */
    public static Optional<StripChart> whole(ReportModel model) {
        ChartData data = model.charts();
        if (data.lanes().stream().allMatch(lane -> lane.whole().buckets().isEmpty())) {
            return Optional.empty();
        }
        TimeScale scale = new TimeScale(Moment.START, data.end(), Moment.START, LEFT, RIGHT);
        return Optional.of(new Drawing(model, scale, "strip-whole", "Availability over the whole run")
                .draw(ChartData.Lane::whole, false));
    }

    /** The outage, in time since the fault. Empty when there was none with an end, or it fills the run anyway. */
    public static Optional<StripChart> detail(ReportModel model) {
        ChartData data = model.charts();
        List<Series> series = data.lanes().stream()
                .map(ChartData.Lane::detail)
                .filter(detail -> !detail.buckets().isEmpty())
                .toList();
        if (series.isEmpty() || data.fault().isEmpty()) {
            return Optional.empty();
        }
        Moment from = series.stream().map(Series::from).min(Moment::compareTo).orElseThrow();
        Moment to = series.stream().map(Series::end).max(Moment::compareTo).orElseThrow();
        if (to.minus(from).toNanos() > WORTH * data.end().nanos()) {
            return Optional.empty();
        }
        TimeScale scale = new TimeScale(from, to, data.fault().get().earliest(), LEFT, RIGHT);
        return Optional.of(
                new Drawing(model, scale, "strip-detail", "The outage, closer").draw(ChartData.Lane::detail, true));
    }

    private record Drawing(ReportModel model, TimeScale scale, String id, String title) {

        StripChart draw(Function<ChartData.Lane, Series> which, boolean withBrackets) {
            List<StripRow> rows = new ArrayList<>();
            for (ChartData.Lane lane : model.charts().lanes()) {
                rows.add(StripRow.of(lane.probe(), which.apply(lane), scale, TOP + STEP * rows.size(), ROW));
            }
            double below = TOP + STEP * rows.size();
            List<Bracket> brackets = withBrackets ? brackets(below) : List.of();
            double axis = below + BRACKET * brackets.size() + 2;
            return new StripChart(id, title, description(), axis + AXIS, axis, scale.ticks(), rows, marks(), brackets);
        }

        private List<ObjectiveView> measured() {
            return model.conclusion().recoveryTimes().stream()
                    .filter(objective -> objective.measured().isPresent())
                    .toList();
        }

        private List<Mark> marks() {
            List<Mark> marks = new ArrayList<>();
            model.charts().fault().ifPresent(fault -> {
                mark(marks, fault.earliest(), "fault", true);
                longest().ifPresent(upper -> mark(marks, fault.earliest().plus(upper), "back", false));
            });
            return marks;
        }

        private void mark(List<Mark> marks, Moment at, String label, boolean before) {
            if (scale.covers(at)) {
                marks.add(new Mark(scale.x(at), label, before));
            }
        }

        private Optional<Duration> longest() {
            return measured().stream()
                    .flatMap(objective -> objective.measured().stream())
                    .filter(measured -> !measured.isOpen())
                    .map(measured -> measured.upper().orElseThrow())
                    .max(Duration::compareTo);
        }

        private List<Bracket> brackets(double below) {
            ChartData.FaultWindow fault = model.charts().fault().orElseThrow();
            List<Bracket> brackets = new ArrayList<>();
            for (ObjectiveView objective : measured()) {
                brackets.add(bracket(objective, fault, below + BRACKET * brackets.size() + 8));
            }
            return brackets;
        }

        /** L counts from T0⁺ and U from T0⁻, so each is drawn from its own. */
        private Bracket bracket(ObjectiveView objective, ChartData.FaultWindow fault, double y) {
            Interval measured = objective.measured().orElseThrow();
            Moment latest = fault.latest().orElse(fault.earliest());
            return new Bracket(
                    Legible.shortened(objective.name(), LABEL),
                    y,
                    scale.x(fault.earliest()),
                    scale.x(latest),
                    scale.x(latest.plus(measured.lower())),
                    measured.upper()
                            .map(upper -> scale.x(fault.earliest().plus(upper)))
                            .orElse(RIGHT),
                    measured.isOpen(),
                    measured.lower().isZero() ? "" : "L " + Figures.lower(measured.lower()),
                    measured.upper().map(upper -> "U " + Figures.upper(upper)).orElse(""));
        }

        private String description() {
            return measured().stream()
                    .findFirst()
                    .map(objective -> "Each row is a probe; failures stand out dark. Recovery took "
                            + Figures.interval(objective.measured().orElseThrow()) + ".")
                    .orElse("Each row is a probe; failures stand out dark.");
        }
    }
}
