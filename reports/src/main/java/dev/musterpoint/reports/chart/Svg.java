package dev.musterpoint.reports.chart;

import java.util.Locale;

/** Numbers as SVG attributes want them: a plain decimal with one place, whatever the locale. */
public final class Svg {
    private Svg() {}

    public static String n(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
