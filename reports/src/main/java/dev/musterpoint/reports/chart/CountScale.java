package dev.musterpoint.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Maps counts or rates from 0 to {@code most} to heights between {@code bottom} and {@code top}. */
public record CountScale(double most, double top, double bottom) {
    private static final int TICKS = 4;

    /** A scale whose upper end is the first round number at or above {@code highest}. */
    public static CountScale upTo(double highest, double top, double bottom) {
        double step = step(highest);
        return new CountScale(Math.max(1, Math.ceil(highest / step - 1e-9)) * step, top, bottom);
    }

    /** The next of 1, 2, 5, 10, 20, … that divides {@code highest} into at most four parts. */
    private static double step(double highest) {
        double least = Math.max(highest, 1e-9) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least - 1e-12) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    public double y(double count) {
        return bottom - height(count);
    }

    public double height(double count) {
        return Math.min(count / most, 1) * (bottom - top);
    }

    public List<Tick> ticks() {
        double step = step(most);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= most + 1e-9; i++) {
            ticks.add(new Tick(y(i * step), label(i * step)));
        }
        return ticks;
    }

    private static String label(double count) {
        return BigDecimal.valueOf(count)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
