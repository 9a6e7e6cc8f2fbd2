package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Argument checks shared by the records of this module; each throws {@link IllegalArgumentException} naming the field. */
public final class Checks {
    private Checks() {}

    /** Returns {@code text} when it holds at least one visible character. */
    public static String text(String text, String field) {
        Objects.requireNonNull(text, field);
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return text;
    }

    /** Returns {@code duration} when it is longer than zero. */
    public static Duration positive(Duration duration, String field) {
        Objects.requireNonNull(duration, field);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(field + " must be longer than 0, not " + Durations.format(duration));
        }
        return duration;
    }

    /** Returns {@code duration} when it is zero or longer. */
    public static Duration notNegative(Duration duration, String field) {
        Objects.requireNonNull(duration, field);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(field + " must not be negative");
        }
        return duration;
    }

    /** Returns {@code number} when it is at least {@code least}. */
    public static int atLeast(int number, int least, String field) {
        if (number < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ", not " + number);
        }
        return number;
    }

    /** An immutable copy that keeps the order of {@code map}; {@link Map#copyOf} does not keep it. */
    public static <K, V> Map<K, V> ordered(Map<K, V> map) {
        LinkedHashMap<K, V> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(Objects.requireNonNull(key), Objects.requireNonNull(value)));
        return Collections.unmodifiableMap(copy);
    }
}
