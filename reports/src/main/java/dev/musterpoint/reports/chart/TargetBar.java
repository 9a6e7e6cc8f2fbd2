package dev.musterpoint.reports.chart;

import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.Meaning;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.Quantities;
import java.time.Duration;
import java.util.Optional;

/**
 * One objective's interval against its target, on a line. The line starts at zero; that of a share ends at 100 %, and starts
 * where the target and what was measured can be told apart.
 *
 * @param open       the interval has no upper end: it runs off the line
 * @param startLabel what the line starts at
 * @param endLabel   what the line ends at; empty when it ends nowhere in particular
 */
public record TargetBar(
        String id,
        String description,
        double lower,
        double upper,
        boolean open,
        double target,
        String targetLabel,
        boolean labelBefore,
        String startLabel,
        String endLabel) {
    public static final double WIDTH = 360;
    public static final double LEFT = 8;
    public static final double RIGHT = 350;

    private static final double HEADROOM = 1.12;
    private static final double LEAST = 4;
    private static final double[] NICE = {0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};

    /** The line and what lies on it, in the objective's own unit. */
    private record Line(
            double start,
            double end,
            double lower,
            Optional<Double> upper,
            double target,
            String startLabel,
            String targetLabel,
            String endLabel) {
        double x(double value) {
            return LEFT + (Math.min(end, Math.max(start, value)) - start) / (end - start) * (RIGHT - LEFT);
        }
    }

    /** The bar of {@code objective}; empty when it was not measured, or its target is a number of writes. */
    public static Optional<TargetBar> of(ObjectiveView objective, int number) {
        String description = "Measured " + Meaning.measured(objective) + "; target " + Meaning.target(objective) + ".";
        return line(objective).map(line -> drawn(line, "bar-" + number, description));
    }

    private static Optional<Line> line(ObjectiveView objective) {
        Optional<Line> duration =
                objective.target().flatMap(target -> objective.measured().map(measured -> durations(target, measured)));
        return duration.or(() -> objective.quantity().flatMap(quantity -> quantity.measured()
                .map(bounds -> quantities(quantity, bounds))));
    }

    private static Line durations(Duration target, Interval measured) {
        double most = Math.max(nanos(target), nanos(measured.upper().orElse(measured.lower()))) * HEADROOM;
        return new Line(
                0,
                most,
                measured.lower().toNanos(),
                measured.upper().map(upper -> (double) upper.toNanos()),
                target.toNanos(),
                "0",
                "target " + Figures.duration(target),
                "");
    }

    private static double nanos(Duration duration) {
        return Math.max(1, duration.toNanos());
    }

    private static Line quantities(Quantity quantity, Quantity.Bounds bounds) {
        boolean share = quantity.unit() == Quantity.Unit.SHARE;
        double least = quantity.atLeast();
        double start = share ? 1 - span(1 - Math.min(least, bounds.lower())) : 0;
        double most = Math.max(least, bounds.upper().orElse(bounds.lower()));
        return new Line(
                start,
                share ? 1 : Math.max(1e-9, most) * HEADROOM,
                bounds.lower(),
                bounds.upper(),
                least,
                start == 0 ? "0" : Quantities.of(quantity.unit(), start),
                "target " + Quantities.of(quantity.unit(), least),
                share ? Quantities.of(quantity.unit(), 1) : "");
    }

    /** The least round share with room for {@code shortfall}. */
    private static double span(double shortfall) {
        double span = 1;
        for (double nice : NICE) {
            if (nice >= shortfall * HEADROOM) {
                span = nice;
            }
        }
        return span;
    }

    private static TargetBar drawn(Line line, String id, String description) {
        double lower = line.x(line.lower());
        double upper = line.upper().map(line::x).orElse(RIGHT);
        double target = line.x(line.target());
        return new TargetBar(
                id,
                description,
                Math.min(lower, RIGHT - LEAST),
                Math.min(RIGHT, Math.max(upper, lower + LEAST)),
                line.upper().isEmpty(),
                target,
                line.targetLabel(),
                target > (LEFT + RIGHT) / 2,
                line.startLabel(),
                line.endLabel());
    }

    /** Whether nothing can lie beyond the line's end. */
    public boolean closed() {
        return !endLabel.isEmpty();
    }
}
