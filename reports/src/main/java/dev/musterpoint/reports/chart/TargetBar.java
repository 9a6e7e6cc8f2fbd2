package dev.musterpoint.reports.chart;

import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.Meaning;
import dev.musterpoint.reports.model.ObjectiveView;
import java.time.Duration;
import java.util.Optional;

/**
 * One objective's interval against its target, on a line that starts at zero.
 *
 * @param open the interval has no upper end: it runs off the line
 */
public record TargetBar(
        String id,
        String description,
        double lower,
        double upper,
        boolean open,
        double target,
        String targetLabel,
        boolean labelBefore) {
    public static final double WIDTH = 360;
    public static final double LEFT = 8;
    public static final double RIGHT = 350;

    private static final double HEADROOM = 1.12;
    private static final double LEAST = 4;

    /** The bar of {@code objective}; empty when it has no duration to compare. */
    public static Optional<TargetBar> of(ObjectiveView objective, int number) {
        if (objective.target().isEmpty() || objective.measured().isEmpty()) {
            return Optional.empty();
        }
        Duration target = objective.target().get();
        Interval measured = objective.measured().get();
        double most = Math.max(nanos(target), nanos(measured.upper().orElse(measured.lower()))) * HEADROOM;
        double lower = x(measured.lower(), most);
        double upper = measured.upper().map(duration -> x(duration, most)).orElse(RIGHT);
        double at = x(target, most);
        return Optional.of(new TargetBar(
                "bar-" + number,
                "Measured " + Meaning.measured(objective) + "; target " + Meaning.target(objective) + ".",
                lower,
                Math.max(upper, lower + LEAST),
                measured.isOpen(),
                at,
                "target " + Figures.duration(target),
                at > (LEFT + RIGHT) / 2));
    }

    private static double nanos(Duration duration) {
        return Math.max(1, duration.toNanos());
    }

    private static double x(Duration duration, double most) {
        return LEFT + duration.toNanos() / most * (RIGHT - LEFT);
    }
}
