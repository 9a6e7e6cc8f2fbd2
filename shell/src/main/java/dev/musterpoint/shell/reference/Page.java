package dev.musterpoint.shell.reference;

import dev.musterpoint.drills.codec.MarkdownText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A page of Markdown under construction. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    Page heading(int level, String heading) {
        return line("#".repeat(level) + " " + heading).line("");
    }

    /** A paragraph, as it is written. */
    Page paragraph(String paragraph) {
        return line(paragraph).line("");
    }

    Page head(String... cells) {
        row(cells);
        return line("|" + " --- |".repeat(cells.length));
    }

    /** A row of a table. Its cells are Markdown by now. */
    Page row(String... cells) {
        return line(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |")));
    }

    Page line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    /** {@code words} as code in a table's cell, where a bar would end the cell. */
    static String code(String words) {
        return words.contains("|") ? MarkdownText.plain(words) : MarkdownText.code(words);
    }

    @Override
    public String toString() {
        return text.toString().strip() + "\n";
    }
}
