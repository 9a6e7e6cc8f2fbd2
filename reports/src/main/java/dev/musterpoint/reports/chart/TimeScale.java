package dev.musterpoint.reports.chart;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps moments to places along a horizontal axis whose labels count from {@code zero}. */
public record TimeScale(Moment from, Moment to, Moment zero, double left, double right) {
    /** Steps between ticks that people count in, in seconds. */
    private static final double[] STEPS = {
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600,
        7200, 14400, 28800, 86400
    };
    /** The room a label takes, in chart units, so that neighbours never touch. */
    private static final double ROOM = 62;

    private static final double MINUTES_FROM = 120;

    public TimeScale {
        if (!from.isBefore(to)) {
            to = from.plus(Duration.ofMillis(1));
        }
    }

    /** The place of {@code moment}, held within the axis. */
    public double x(Moment moment) {
        double share = (double) (moment.nanos() - from.nanos()) / (to.nanos() - from.nanos());
        return left + Math.max(0, Math.min(1, share)) * (right - left);
    }

    public boolean covers(Moment moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    public List<Tick> ticks() {
        double step = step();
        List<Tick> ticks = new ArrayList<>();
        double first = Math.ceil(seconds(from) / step - 1e-9);
        for (double i = first; i * step <= seconds(to) + 1e-9; i++) {
            ticks.add(new Tick(x(zero.plus(Duration.ofNanos(Math.round(i * step * 1e9)))), label(i * step, step)));
        }
        return ticks;
    }

    private double seconds(Moment moment) {
        return (moment.nanos() - zero.nanos()) / 1e9;
    }

    private double step() {
        double least = (seconds(to) - seconds(from)) * ROOM / (right - left);
        for (double step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return Math.ceil(least / 86400) * 86400;
    }

    private static String label(double seconds, double step) {
        String sign = seconds < -1e-9 ? "\u2212" : "";
        double size = Math.abs(seconds);
        if (step >= 60 || size >= MINUTES_FROM && step >= 1) {
            long whole = Math.round(size);
            return whole >= 3600
                    ? String.format(Locale.ROOT, "%s%d:%02d:%02d", sign, whole / 3600, whole / 60 % 60, whole % 60)
                    : String.format(Locale.ROOT, "%s%d:%02d", sign, whole / 60, whole % 60);
        }
        int places = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        return sign + String.format(Locale.ROOT, "%." + places + "f", size) + "\u00a0s";
    }
}
