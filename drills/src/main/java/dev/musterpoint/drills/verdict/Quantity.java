package dev.musterpoint.drills.verdict;

import dev.musterpoint.drills.spec.Share;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What was achieved of a quantity that is no duration and should be large, against the least it should be.
 *
 * @param unit     what it is
 * @param atLeast  the target
 * @param measured what it is known to lie between; empty when nothing could be measured
 */
public record Quantity(Unit unit, double atLeast, Optional<Bounds> measured) {
    /** What a quantity is. */
    public enum Unit {
        /** A share between 0 and 1. */
        SHARE,
        /** So many a second. */
        PER_SECOND
    }

    /** Both ends included. An empty upper bound is open: it may be as much as you like. */
    public record Bounds(double lower, Optional<Double> upper) {
        public Bounds {
            if (!(lower >= 0 && upper.orElse(lower) >= lower)) {
                throw new IllegalArgumentException("bounds go upwards from 0, not from " + lower + " to " + upper);
            }
        }

        public static Bounds of(double lower, double upper) {
            return new Bounds(lower, Optional.of(upper));
        }
    }

    public Quantity {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(measured);
    }

    /** The lower bound is at or above the target. */
    public boolean isReached() {
        return measured.filter(bounds -> bounds.lower() >= atLeast).isPresent();
    }

    /** The upper bound is below the target. */
    public boolean isMissed() {
        return measured.flatMap(Bounds::upper).filter(upper -> upper < atLeast).isPresent();
    }

    /** The target in words: {@code at least 99 %}, {@code at least 200/s}. */
    public String target() {
        return "at least " + text(atLeast);
    }

    @Override
    public String toString() {
        return measured.map(bounds -> "[" + text(bounds.lower()) + ", "
                        + bounds.upper().map(upper -> text(upper) + "]").orElse("open)"))
                .orElse("not measured");
    }

    private String text(double value) {
        return unit == Unit.SHARE
                ? new Share(value).toString()
                : String.format(Locale.ROOT, "%.1f/s", value).replace(".0/s", "/s");
    }
}
