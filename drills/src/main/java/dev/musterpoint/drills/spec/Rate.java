package dev.musterpoint.drills.spec;

import java.util.regex.Pattern;

/** How often something is done, per second; written {@code 200/s} or {@code 30/m}. */
public record Rate(double perSecond) {
    private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?/[sm]");

    public Rate {
        if (!(perSecond > 0 && perSecond <= 1e6)) {
            throw new IllegalArgumentException("a rate lies above 0/s and at most at 1000000/s, not at " + perSecond);
        }
    }

    /** Reads {@code 200/s} or {@code 30/m}. */
    public static Rate parse(String text) {
        String trimmed = text.strip();
        if (!FORM.matcher(trimmed).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a rate; write one such as 200/s or 30/m");
        }
        double number = Double.parseDouble(trimmed.substring(0, trimmed.length() - 2));
        return new Rate(trimmed.endsWith("s") ? number : number / 60);
    }
}
