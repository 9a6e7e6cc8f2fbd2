package dev.musterpoint.drills.codec;

import java.util.regex.Pattern;

/** Somebody's text inside a Markdown document (CommonMark with GitHub's tables): shown as it is, never as markup. */
public final class MarkdownText {
    private static final String PUNCTUATION = "\\`*_{}[]<>#|~&";
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern LIST_MARK = Pattern.compile("^(\\s*)(?:(?=[-+=])|(\\d{1,9})(?=[.)](?:\\s|$)))");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** {@code text} in one line, with all that could be markup escaped. Fits into a table's cell. */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder();
        oneLine(text).codePoints().forEach(c -> {
            if (PUNCTUATION.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.appendCodePoint(c);
        });
        return LIST_MARK.matcher(out).replaceFirst("$1$2\\\\");
    }

    /** {@code text} in one line as code. Not for the cells of tables: a bar in it would end the cell. */
    public static String code(String text) {
        String line = oneLine(text);
        if (line.isEmpty()) {
            return "";
        }
        int longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String pad = longest > 0 || line.isBlank() ? " " : "";
        return fence + pad + line + pad + fence;
    }

    private static String oneLine(String text) {
        return Quoted.visible(LINE_BREAKS.matcher(text).replaceAll(" "));
    }
}
