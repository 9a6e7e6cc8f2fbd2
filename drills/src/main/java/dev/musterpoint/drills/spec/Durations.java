package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in drill files ({@code 200ms}, {@code 1m30s}, {@code 15m}) and read them in reports. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ms|us|d|h|m|s)");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,12}(?:\\.\\d{1,9})?(?:ms|us|d|h|m|s))+");

    private Durations() {}

    /**
     * Reads {@code 200ms}, {@code 2s}, {@code 1.5s}, {@code 15m}, {@code 1h30m}, {@code 2d}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static Duration parse(String text) {
        String trimmed = text.strip();
        if (!WHOLE.matcher(trimmed).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration; write a number and a unit, such as 200ms, 2s, 15m or 1h30m");
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(trimmed);
        while (part.find()) {
            sum = sum.plusNanos(Math.round(Double.parseDouble(part.group(1)) * nanosPer(part.group(2))));
        }
        return sum;
    }

    private static double nanosPer(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            case "h" -> 3600e9;
            default -> 86400e9;
        };
    }

    /** Writes a duration with three significant places or better: {@code 84.2 ms}, {@code 2.13 s}, {@code 15 min}. */
    public static String format(Duration duration) {
        double seconds = seconds(duration);
        double size = Math.abs(seconds);
        if (size < 1 && size > 0) {
            return trim(seconds * 1000) + " ms";
        }
        if (size < 120) {
            return trim(seconds) + " s";
        }
        if (size < 7200) {
            return trim(seconds / 60) + " min";
        }
        return trim(seconds / 3600) + " h";
    }

    /** The duration in seconds, as a decimal. */
    public static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private static String trim(double number) {
        int places = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
        String text = String.format(Locale.ROOT, "%." + places + "f", number);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
