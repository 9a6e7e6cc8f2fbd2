package dev.musterpoint.drills.verdict;

import dev.musterpoint.drills.spec.Durations;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A duration known to lie between two bounds. An empty upper bound is open: it may be as long as you like. */
public record Interval(Duration lower, Optional<Duration> upper) {
    public Interval {
        Objects.requireNonNull(lower);
        Objects.requireNonNull(upper);
    }

    public static Interval of(Duration lower, Duration upper) {
        return new Interval(lower, Optional.of(upper));
    }

    /** [{@code lower}, ∞) */
    public static Interval atLeast(Duration lower) {
        return new Interval(lower, Optional.empty());
    }

    public boolean isOpen() {
        return upper.isEmpty();
    }

    /** The upper bound is at or below {@code target}. */
    public boolean within(Duration target) {
        return upper.isPresent() && upper.get().compareTo(target) <= 0;
    }

    /** The lower bound is above {@code target}. */
    public boolean beyond(Duration target) {
        return lower.compareTo(target) > 0;
    }

    /** The larger of the two lower and of the two upper bounds. */
    public Interval worst(Interval other) {
        Duration low = lower.compareTo(other.lower) >= 0 ? lower : other.lower;
        if (isOpen() || other.isOpen()) {
            return atLeast(low);
        }
        Duration high = upper.get().compareTo(other.upper.get()) >= 0 ? upper.get() : other.upper.get();
        return of(low, high);
    }

    @Override
    public String toString() {
        return "[" + Durations.format(lower) + ", "
                + upper.map(Durations::format).map(u -> u + "]").orElse("open)");
    }
}
