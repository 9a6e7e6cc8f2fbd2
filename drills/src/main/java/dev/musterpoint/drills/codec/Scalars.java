package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.NumberRange;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads single values in the type their key asks for; what does not fit becomes a problem and an empty result. */
final class Scalars {
    /** No number, duration, share or rate is longer, and regular expressions over more would cost much. */
    private static final int LONGEST = 40;

    private static final Duration LONGEST_DURATION = Duration.ofDays(366);

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** Text with at least one visible character. */
    Optional<String> text(String key, Yaml.Scalar scalar) {
        if (scalar.text().isBlank()) {
            problems.add(scalar.place(), "'" + key + "' must not be blank");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    /** Text in one line, for names and titles. */
    Optional<String> line(String key, Yaml.Scalar scalar) {
        if (scalar.text().chars().anyMatch(Quoted::steers)) {
            problems.add(scalar.place(), "'" + key + "' must be one line without control characters");
            return Optional.empty();
        }
        return text(key, scalar);
    }

    Optional<Duration> duration(String key, Yaml.Scalar scalar) {
        Optional<Duration> duration = parse(key, scalar, Durations::parse);
        if (duration.isPresent() && duration.get().compareTo(LONGEST_DURATION) > 0) {
            problems.add(scalar.place(), "'" + key + "' must be at most 366d, not " + scalar.text());
            return Optional.empty();
        }
        return duration;
    }

    Optional<Duration> duration(String key, Yaml.Scalar scalar, Duration least) {
        Optional<Duration> duration = duration(key, scalar);
        if (duration.isPresent() && duration.get().compareTo(least) < 0) {
            problems.add(
                    scalar.place(),
                    "'" + key + "' must be at least " + Durations.format(least) + ", not " + scalar.text());
            return Optional.empty();
        }
        return duration;
    }

    Optional<Share> share(String key, Yaml.Scalar scalar) {
        return parse(key, scalar, Share::parse);
    }

    Optional<Rate> rate(String key, Yaml.Scalar scalar) {
        return parse(key, scalar, Rate::parse);
    }

    Optional<NumberRange> range(String key, Yaml.Scalar scalar) {
        return parse(key, scalar, NumberRange::parse);
    }

    /** A whole number between {@code least} and {@code most}. */
    Optional<Integer> integer(String key, Yaml.Scalar scalar, int least, int most) {
        try {
            int number = Integer.parseInt(scalar.text());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number out of bounds.
        }
        problems.add(
                scalar.place(),
                "'" + key + "' must be a whole number" + bounds(least, most) + ", not " + Quoted.of(scalar.text()));
        return Optional.empty();
    }

    private static String bounds(int least, int most) {
        if (least == Integer.MIN_VALUE) {
            return " of at most " + most;
        }
        return most == Integer.MAX_VALUE ? " of at least " + least : " from " + least + " to " + most;
    }

    Optional<Boolean> flag(String key, Yaml.Scalar scalar) {
        return choice(key, scalar, List.of("true", "false")).map(Boolean::valueOf);
    }

    Optional<String> choice(String key, Yaml.Scalar scalar, List<String> choices) {
        if (choices.contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        problems.add(
                scalar.place(), "'" + key + "' must be " + alternatives(choices) + ", not " + Quoted.of(scalar.text()));
        return Optional.empty();
    }

    private static String alternatives(List<String> choices) {
        int last = choices.size() - 1;
        return last == 0 ? choices.get(0) : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
    }

    /** What {@code parser} makes of it; its {@link IllegalArgumentException} becomes a problem. */
    <T> Optional<T> parse(String key, Yaml.Scalar scalar, Function<String, T> parser) {
        if (scalar.text().length() > LONGEST) {
            problems.add(scalar.place(), "'" + key + "' is too long: " + Quoted.of(scalar.text()));
            return Optional.empty();
        }
        return parseText(key, scalar, parser);
    }

    /** As {@link #parse}, of a text of any length: {@code parser} must go through it once. */
    <T> Optional<T> parseText(String key, Yaml.Scalar scalar, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(scalar.text()));
        } catch (IllegalArgumentException wrong) {
            problems.add(scalar.place(), "'" + key + "': " + wrong.getMessage());
            return Optional.empty();
        }
    }
}
