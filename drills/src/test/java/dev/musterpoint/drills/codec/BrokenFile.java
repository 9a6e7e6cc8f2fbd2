package dev.musterpoint.drills.codec;

import java.util.ArrayList;
import java.util.List;

/** One case of a table of broken files: changes of a good file, and the exact problems they bring. */
record BrokenFile(String title, List<Change> changes, List<String> problems) {
    /** What is replaced, and by what; each may have several lines. */
    record Change(String old, String replacement) {}

    /** Reads a table such as {@code broken-drills.txt}, whose head explains its form. */
    static List<BrokenFile> table(String text) {
        List<BrokenFile> cases = new ArrayList<>();
        for (String part : text.substring(text.indexOf("\n## ")).split("\n## ")) {
            if (!part.isBlank()) {
                cases.add(read(part.lines().toList()));
            }
        }
        return cases;
    }

    private static BrokenFile read(List<String> lines) {
        List<Change> changes = new ArrayList<>();
        int at = 1;
        while (at < lines.size() && lines.get(at).startsWith("-")) {
            String old = block(lines, at, "-");
            at += (int) old.lines().count();
            String replacement = block(lines, at, "+");
            at += Math.max(1, (int) replacement.lines().count());
            changes.add(new Change(old, replacement));
        }
        return new BrokenFile(
                lines.get(0),
                changes,
                lines.stream()
                        .filter(line -> line.startsWith("!"))
                        .map(line -> line.substring(1))
                        .toList());
    }

    private static String block(List<String> lines, int from, String mark) {
        return String.join(
                "\n",
                lines.subList(from, lines.size()).stream()
                        .takeWhile(line -> line.startsWith(mark))
                        .map(line -> line.substring(1))
                        .toList());
    }

    String applyTo(String good) {
        String text = good;
        for (Change change : changes) {
            text = Samples.change(text, change.old(), change.replacement());
        }
        return text;
    }

    @Override
    public String toString() {
        return title;
    }
}
