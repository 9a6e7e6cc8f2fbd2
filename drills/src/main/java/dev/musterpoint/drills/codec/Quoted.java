package dev.musterpoint.drills.codec;

/** What an author wrote, made safe to show: one line, no control characters, not too long. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** {@code 'text'}, cut when long. */
    static String of(String text) {
        return "'" + cut(text) + "'";
    }

    /** The text, cut when long. */
    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** The text with control and formatting characters written as escapes, so that it cannot steer a terminal. */
    static String visible(String text) {
        return text.chars().noneMatch(Quoted::steers)
                ? text
                : text.chars()
                        .collect(StringBuilder::new, Quoted::escape, StringBuilder::append)
                        .toString();
    }

    static boolean steers(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }

    private static void escape(StringBuilder out, int character) {
        if (steers(character)) {
            out.append("\\u").append(hex(character));
        } else {
            out.append((char) character);
        }
    }

    private static String hex(int character) {
        String digits = Integer.toHexString(character);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
