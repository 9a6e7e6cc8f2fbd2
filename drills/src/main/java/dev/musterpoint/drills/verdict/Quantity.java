package dev.musterpoint.drills.verdict;

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
}
