package dev.musterpoint.reports.markdown;

import dev.musterpoint.drills.codec.MarkdownText;
import dev.musterpoint.reports.model.Legible;
import java.util.List;

/** Builds a Markdown document block by block. Texts that are somebody's go through {@link #plain} first. */
final class Page {
    private final StringBuilder out = new StringBuilder();
    private boolean inList;

    /** Somebody's text, never markup. */
    static String plain(String text) {
        return MarkdownText.plain(Legible.clean(text));
    }

    void heading(int level, String text) {
        apart();
        line("#".repeat(level) + " " + plain(text));
    }

    /** A paragraph of Markdown; nothing when it is empty. */
    void paragraph(String markdown) {
        if (!markdown.isBlank()) {
            apart();
            line(markdown);
        }
    }

    void item(String markdown) {
        if (!inList) {
            apart();
        }
        line("- " + markdown);
        inList = true;
    }

    /** Begins a table, with the cells of its head. */
    void table(String... head) {
        apart();
        row(head);
        line("| --- ".repeat(head.length) + "|");
    }

    void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    /** Lines as they are, indented: nothing within can end the block. */
    void block(List<String> lines) {
        if (!lines.isEmpty()) {
            apart();
            lines.forEach(each -> Legible.clean(each).lines().forEach(part -> line("    " + part)));
        }
    }

    private void apart() {
        inList = false;
        if (out.length() > 0) {
            line("");
        }
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    String text() {
        return out.toString();
    }
}
