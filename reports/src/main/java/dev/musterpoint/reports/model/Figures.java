package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers as people read them. Bounds are rounded outwards, so that a printed interval never claims more than was
 * measured. A number and its unit are held together by a no-break space.
 */
public final class Figures {
    /** U+00A0, the no-break space between a number and its unit. */
    public static final String NBSP = "\u00a0";

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final Duration MINUTES_FROM = Duration.ofSeconds(120);
    private static final Duration HOURS_FROM = Duration.ofHours(2);
    private static final DateTimeFormatter WALL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Figures() {}

    /** A duration to three significant digits, or to the second from two minutes on. */
    public static String duration(Duration duration) {
        return rounded(duration, RoundingMode.HALF_EVEN);
    }

    /** A lower bound: rounded down. */
    public static String lower(Duration duration) {
        return rounded(duration, RoundingMode.FLOOR);
    }

    /** An upper bound: rounded up. */
    public static String upper(Duration duration) {
        return rounded(duration, RoundingMode.CEILING);
    }

    /** An interval in words: {@code between 84 ms and 131 ms}, {@code at most 131 ms}, {@code at least 84 ms}. */
    public static String interval(Interval interval) {
        if (interval.upper().isEmpty()) {
            return "at least " + lower(interval.lower());
        }
        Duration upper = interval.upper().get();
        if (upper.isZero()) {
            return duration(Duration.ZERO);
        }
        return interval.lower().isZero()
                ? "at most " + upper(upper)
                : "between " + lower(interval.lower()) + " and " + upper(upper);
    }

    private static String rounded(Duration duration, RoundingMode mode) {
        if (duration.isNegative()) {
            RoundingMode mirrored = mode == RoundingMode.FLOOR
                    ? RoundingMode.CEILING
                    : mode == RoundingMode.CEILING ? RoundingMode.FLOOR : mode;
            return "\u2212" + rounded(duration.negated(), mirrored);
        }
        if (duration.compareTo(MINUTES_FROM) < 0) {
            return small(BigDecimal.valueOf(duration.toNanos(), 9), mode);
        }
        Duration unit = duration.compareTo(HOURS_FROM) < 0 ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        return large(
                BigDecimal.valueOf(duration.toNanos())
                        .divide(BigDecimal.valueOf(unit.toNanos()), 0, mode)
                        .longValueExact(),
                unit);
    }

    private static String small(BigDecimal seconds, RoundingMode mode) {
        BigDecimal exact = seconds.round(new MathContext(THREE_DIGITS.getPrecision(), mode));
        boolean whole = exact.signum() == 0 || exact.compareTo(BigDecimal.ONE) >= 0;
        BigDecimal shown = whole ? exact : exact.movePointRight(3);
        return plain(shown) + NBSP + (whole ? "s" : "ms");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String large(long count, Duration unit) {
        boolean inSeconds = unit.toMinutes() == 0;
        String first = count / 60 + NBSP + (inSeconds ? "min" : "h");
        return count % 60 == 0 ? first : first + NBSP + count % 60 + NBSP + (inSeconds ? "s" : "min");
    }

    /** A duration as a decimal number of seconds, exact to the nanosecond: {@code 1.2}. */
    public static BigDecimal seconds(Duration duration) {
        BigDecimal exact = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** A count with its thousands marked: {@code 24,857}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 write}, {@code 24 writes}: a count and the noun it counts. */
    public static String count(long count, String noun) {
        return count(count) + NBSP + noun + (count == 1 ? "" : "s");
    }

    /** A share of the whole as a percentage: {@code 98.7 %}. Never rounded up to 100 % nor down to 0 %. */
    public static String share(double share) {
        double percent = share * 100;
        if (percent > 99.9 && percent < 100) {
            return "> 99.9" + NBSP + "%";
        }
        if (percent > 0 && percent < 0.1) {
            return "< 0.1" + NBSP + "%";
        }
        return plain(BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_EVEN)) + NBSP + "%";
    }

    /** A moment of the run as minutes and seconds since it started: {@code 00:12.345}. */
    public static String clock(Moment moment) {
        long millis = moment.nanos() / 1_000_000;
        long hours = millis / 3_600_000;
        String rest =
                String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
        return hours == 0 ? rest : hours + ":" + rest;
    }

    /** Date and time of day in UTC: {@code 2026-11-21 09:00:00 UTC}. */
    public static String wall(Instant instant) {
        return WALL.format(instant) + NBSP + "UTC";
    }

    /** Time of day in UTC, to the millisecond. */
    public static String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant);
    }
}
