package dev.musterpoint.shell.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns of text, as wide as their widest cell; the last column is cut to what the terminal has left. */
public final class Table {
    private static final int GAP = 2;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    public Table row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("a row needs " + head.size() + " cells, not " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    public void print(Console console) {
        int[] widths = widths();
        print(console.out(), widths, console, head, true);
        rows.forEach(row -> print(console.out(), widths, console, row, false));
    }

    private int[] widths() {
        int[] widths = new int[head.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = head.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static void print(PrintWriter out, int[] widths, Console console, List<String> row, boolean isHead) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length - 1; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + GAP));
        }
        String last = row.get(widths.length - 1);
        int room = console.width() - line.length();
        boolean cut = console.terminal() && last.length() > room && room > 1;
        line.append(cut ? last.substring(0, room - 1) + "…" : last);
        out.println(
                isHead
                        ? console.ink().bold(line.toString().stripTrailing())
                        : line.toString().stripTrailing());
    }
}
