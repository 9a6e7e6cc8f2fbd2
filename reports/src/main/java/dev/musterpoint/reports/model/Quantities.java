package dev.musterpoint.reports.model;

import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.drills.verdict.Quantity.Bounds;
import dev.musterpoint.drills.verdict.Quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Shares and rates for people. A lower bound is rounded down and an upper one up, so that a figure never says too much. */
public final class Quantities {
    private static final int PLACES = 3;

    private Quantities() {}

    /** A target, as it stands in the drill. */
    public static String of(Unit unit, double value) {
        return text(unit, value, RoundingMode.HALF_EVEN);
    }

    static String between(Unit unit, Bounds bounds) {
        String lower = text(unit, bounds.lower(), RoundingMode.FLOOR);
        if (bounds.upper().isEmpty()) {
            return lower + " or more";
        }
        String upper = text(unit, bounds.upper().get(), RoundingMode.CEILING);
        return lower.equals(upper) ? lower : "between " + lower + " and " + upper;
    }

    static String sentence(Quantity quantity, Bounds bounds) {
        String between = between(quantity.unit(), bounds);
        return quantity.unit() == Unit.SHARE
                ? "Of the attempts that were due, " + between + " were answered well."
                : "There were " + between + " on average over the window.";
    }

    private static String text(Unit unit, double value, RoundingMode rounding) {
        // Fifteen digits are what a double holds: beyond them 0.95 is 0.9499….
        BigDecimal exact = new BigDecimal(value).round(new MathContext(15));
        BigDecimal shown = unit == Unit.SHARE ? exact.movePointRight(2) : exact;
        String number = shown.setScale(PLACES, rounding).stripTrailingZeros().toPlainString();
        return unit == Unit.SHARE ? number + Figures.NBSP + "%" : number + "/s";
    }
}
