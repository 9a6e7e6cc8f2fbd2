package dev.musterpoint.reports.chart;

import dev.musterpoint.reports.model.Legible;
import dev.musterpoint.reports.model.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * One probe's row of an availability strip.
 *
 * @param label the probe's name, shortened to its room
 */
public record StripRow(String label, double y, double height, List<Cell> cells) {
    private static final int LABEL = 16;

    public StripRow {
        cells = List.copyOf(cells);
    }

    /** A stretch in which the shares of good, unknown and bad attempts stayed the same; each share is a height. */
    public record Cell(double x, double width, double good, double unknown, double bad) {
        boolean continues(Cell next) {
            return Math.abs(x + width - next.x) < 0.05
                    && good == next.good
                    && unknown == next.unknown
                    && bad == next.bad;
        }
    }

    static StripRow of(String probe, Series series, TimeScale scale, double y, double height) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < series.buckets().size(); i++) {
            Series.Tally tally = series.buckets().get(i);
            double x = scale.x(series.start(i));
            double end = scale.x(series.start(i + 1));
            if (tally.total() > 0 && end > x) {
                append(cells, cell(tally, x, end - x, height));
            }
        }
        return new StripRow(Legible.shortened(probe, LABEL), y, height, cells);
    }

    private static Cell cell(Series.Tally tally, double x, double width, double height) {
        double unit = height / tally.total();
        return new Cell(x, width, unit * tally.first(), unit * tally.second(), unit * tally.third());
    }

    private static void append(List<Cell> cells, Cell next) {
        int last = cells.size() - 1;
        if (last >= 0 && cells.get(last).continues(next)) {
            Cell before = cells.get(last);
            next = new Cell(before.x(), next.x() + next.width() - before.x(), next.good(), next.unknown(), next.bad());
            cells.remove(last);
        }
        cells.add(next);
    }
}
