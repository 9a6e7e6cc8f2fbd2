package dev.musterpoint.drills.spec;

import java.util.Locale;
import java.util.regex.Pattern;

/** A share between 0 and 1, written {@code 33 %} for people. */
public record Share(double value) {
    private static final Pattern FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?\\s*%");

    public Share {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 % and 100 %, not at " + value * 100 + " %");
        }
    }

    /** Reads {@code 5%}, {@code 99.9 %}. */
    public static Share parse(String text) {
        String trimmed = text.strip();
        if (!FORM.matcher(trimmed).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a share; write a percentage such as 5% or 99.9%");
        }
        return new Share(Double.parseDouble(trimmed.replace("%", "").strip()) / 100);
    }

    /** {@code part} of {@code whole}; nothing of nothing is 0. */
    public static Share of(long part, long whole) {
        return new Share(whole == 0 ? 0 : (double) part / whole);
    }

    @Override
    public String toString() {
        String text = String.format(Locale.ROOT, "%.2f", value * 100);
        return text.replaceAll("\\.?0+$", "") + " %";
    }
}
