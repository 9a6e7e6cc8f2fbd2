package dev.musterpoint.bench.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a page and what it says they print: each block {@code sh}, and the block {@code text} that follows it. */
final class Tutorial {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text)\\n(.*?)^```$");
    private static final String ANY = "…";

    private Tutorial() {}

    /** @param output empty when the page shows none */
    record Block(String commands, String output) {
        /** The page's output with each … for anything within its line, or for any lines where it stands alone. */
        Pattern expected() {
            StringBuilder pattern = new StringBuilder();
            for (String line : output.split("\n")) {
                pattern.append(line.equals(ANY) ? "(?:[^\\n]*\\n)*?" : within(line) + "\\n");
            }
            return Pattern.compile(pattern.toString());
        }

        private static String within(String line) {
            List<String> parts = new ArrayList<>();
            for (String part : line.split(ANY, -1)) {
                parts.add(part.isEmpty() ? "" : Pattern.quote(part));
            }
            return String.join("[^\\n]*", parts);
        }
    }

    static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(page);
        while (found.find()) {
            if (found.group(1).equals("sh")) {
                blocks.add(new Block(found.group(2), ""));
            } else {
                Block last = blocks.remove(blocks.size() - 1);
                blocks.add(new Block(last.commands(), found.group(2)));
            }
        }
        return blocks;
    }
}
