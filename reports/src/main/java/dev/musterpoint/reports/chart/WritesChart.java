package dev.musterpoint.reports.chart;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.reports.model.ChartData;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes per second of one workload: acknowledged, lost, and not acknowledged; every bar with a loss carries a mark. */
public record WritesChart(
        String id,
        String title,
        String description,
        double height,
        double axisY,
        List<Tick> ticks,
        List<Tick> rates,
        List<Bar> bars,
        Optional<StripChart.Mark> fault) {
    private static final double LEFT = 56;
    private static final double TOP = 26;
    private static final double BOTTOM = 166;

    /** One bar: heights of its parts, from the bottom up, and where each begins. */
    public record Bar(double x, double width, Part kept, Part lost, Part refused) {
        public boolean hasLoss() {
            return lost.height() > 0;
        }

        /** Where the mark of a loss points at: the middle of the bar, above its top. */
        public double middle() {
            return x + width / 2;
        }
    }

    /** A part of a bar. */
    public record Part(double y, double height) {}

    /** The chart of {@code writes}; empty when nothing was written. */
    public static Optional<WritesChart> of(ReportModel model, ChartData.Writes writes, int number) {
        Series series = writes.series();
        if (series.buckets().isEmpty()) {
            return Optional.empty();
        }
        double seconds = Durations.seconds(series.width());
        double highest =
                series.buckets().stream().mapToLong(Series.Tally::total).max().orElse(0) / seconds;
        TimeScale time = new TimeScale(Moment.START, model.charts().end(), Moment.START, LEFT, StripChart.RIGHT);
        CountScale rate = CountScale.upTo(highest, TOP, BOTTOM);
        return Optional.of(new WritesChart(
                "writes-" + number,
                "Writes per second of " + writes.workload(),
                description(series, writes.readBack()),
                BOTTOM + 30,
                BOTTOM,
                time.ticks(),
                rate.ticks(),
                bars(series, seconds, time, rate),
                model.charts().fault().map(f -> new StripChart.Mark(time.x(f.earliest()), "fault", true))));
    }

    private static List<Bar> bars(Series series, double seconds, TimeScale time, CountScale rate) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < series.buckets().size(); i++) {
            Series.Tally tally = series.buckets().get(i);
            double x = time.x(series.start(i));
            double width = time.x(series.start(i + 1)) - x;
            if (tally.total() > 0 && width > 0) {
                bars.add(bar(tally, seconds, x, width, rate));
            }
        }
        return bars;
    }

    private static Bar bar(Series.Tally tally, double seconds, double x, double width, CountScale rate) {
        double kept = tally.first() / seconds;
        double lost = tally.second() / seconds;
        double refused = tally.third() / seconds;
        double gap = width > 8 ? 1 : 0;
        return new Bar(
                x,
                width - gap,
                new Part(rate.y(kept), rate.height(kept)),
                new Part(rate.y(kept + lost), rate.height(lost)),
                new Part(rate.y(kept + lost + refused), rate.height(refused)));
    }

    private static String description(Series series, boolean readBack) {
        long kept = 0;
        long lost = 0;
        long refused = 0;
        for (Series.Tally tally : series.buckets()) {
            kept += tally.first();
            lost += tally.second();
            refused += tally.third();
        }
        String losses = readBack
                ? Figures.count(lost, "acknowledged write") + " lost"
                : "which of them were lost is not known, for nothing was read back";
        return Figures.count(kept + lost, "write") + " acknowledged, " + losses + ", " + Figures.count(refused)
                + " not acknowledged.";
    }
}
