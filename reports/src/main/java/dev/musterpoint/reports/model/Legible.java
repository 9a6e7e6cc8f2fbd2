package dev.musterpoint.reports.model;

/**
 * Text without what no document may hold: control characters, halves of surrogate pairs, non-characters, and marks that
 * turn the reading direction around. Each becomes U+FFFD, so that something strange is seen to be there.
 */
public final class Legible {
    private static final char REPLACEMENT = '\ufffd';

    private Legible() {}

    /** {@code text} itself when all of it is legible. */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!fits(text, i)) {
                return replace(text);
            }
        }
        return text;
    }

    private static String replace(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (!fits(text, i)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static boolean fits(String text, int i) {
        char c = text.charAt(i);
        if (Character.isSurrogate(c)) {
            return isPaired(text, i);
        }
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
        return !control && !turnsDirection(c) && c < '\ufffe';
    }

    private static boolean turnsDirection(char c) {
        return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    }

    /** Whether the surrogate at {@code i} is one half of a pair. */
    public static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** At most {@code most} characters, the last an ellipsis when something was cut; never half a pair. */
    public static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
