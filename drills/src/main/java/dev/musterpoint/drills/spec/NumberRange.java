package dev.musterpoint.drills.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers from {@code from} to {@code to}, both included; written {@code 200} or {@code 200-299}. */
public record NumberRange(int from, int to) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\s*-\\s*(\\d{1,9}))?");

    public NumberRange {
        if (to < from) {
            throw new IllegalArgumentException("a range goes upwards, not from " + from + " to " + to);
        }
    }

    /** Reads {@code 200} or {@code 200-299}. */
    public static NumberRange parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number or a range of numbers; write one such as 200 or 200-299");
        }
        int from = Integer.parseInt(form.group(1));
        return new NumberRange(from, form.group(2) == null ? from : Integer.parseInt(form.group(2)));
    }

    public boolean contains(int number) {
        return number >= from && number <= to;
    }

    @Override
    public String toString() {
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
