package dev.musterpoint.shell.hostile;

import dev.musterpoint.drills.codec.FileKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes hostile files out of good ones. A seed always makes the same file of the same originals. */
final class HostileFiles {
    private static final int MOST_CHANGES = 4;
    private static final FileKind[] KINDS = {
        FileKind.DRILL, FileKind.DRILL, FileKind.DRILL, FileKind.RUNBOOK, FileKind.POLICY
    };

    private final Map<FileKind, List<String>> originals;
    private final List<String> values;

    /**
     * @param originals good files to start from
     * @param values    what to put in the place of good values: paths, class names, numbers
     */
    HostileFiles(Map<FileKind, List<String>> originals, List<String> values) {
        this.originals = Map.copyOf(originals);
        this.values = List.copyOf(values);
    }

    /** A file as it would stand on disk. */
    record Made(FileKind kind, byte[] bytes) {}

    Made make(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        FileKind kind = KINDS[random.nextInt(KINDS.length)];
        if (random.nextInt(20) == 0) {
            return new Made(kind, Bombs.make(original(kind, random), random));
        }
        String text = original(kind, random);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            text = changed(text, kind, random);
        }
        return new Made(kind, Encodings.encode(text, random));
    }

    private String original(FileKind kind, Random random) {
        return pick(originals.get(kind), random);
    }

    private String changed(String text, FileKind kind, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> cut(text, random);
            case 1 -> repeated(text, random);
            case 2 -> spliced(text, original(kind, random), random);
            case 3 -> withToken(text, random);
            case 4 -> withLines(text, random);
            default -> withValue(text, random);
        };
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String cut(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(1 << random.nextInt(9)));
        return text.substring(0, from) + text.substring(to);
    }

    private static String repeated(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(1 << random.nextInt(9)));
        return text.substring(0, to) + text.substring(from);
    }

    private static String spliced(String text, String other, Random random) {
        return text.substring(0, random.nextInt(text.length() + 1)) + other.substring(random.nextInt(other.length()));
    }

    private String withToken(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String token = random.nextBoolean() ? pick(HostileValues.TOKENS, random) : pick(values, random);
        return text.substring(0, at) + token + text.substring(at);
    }

    /** Another value for one key; quoted at times, so that what it holds reaches further than the parser. */
    private String withValue(String text, Random random) {
        List<Integer> starts = new ArrayList<>();
        for (int at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) {
            starts.add(at + 2);
        }
        if (starts.isEmpty()) {
            return withToken(text, random);
        }
        int from = pick(starts, random);
        int to = from;
        while (to < text.length() && ",}]\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String value = pick(values, random);
        String written = random.nextInt(4) == 0 ? value : "\"" + value + "\"";
        return text.substring(0, from) + written + text.substring(to);
    }

    /** Lines taken out, doubled, moved, or set in or out: the same words in another structure. */
    private static String withLines(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int from = random.nextInt(lines.size());
        String line = lines.get(from);
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(from);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(from));
            case 3 -> lines.set(from, "  " + line);
            default -> lines.set(from, line.startsWith("  ") ? line.substring(2) : "- " + line);
        }
        return String.join("\n", lines);
    }

    /** For a failure: the start of what was made. */
    static String shown(Made made) {
        String text = new String(made.bytes(), StandardCharsets.ISO_8859_1);
        return made.kind() + ":\n" + text.substring(0, Math.min(text.length(), 4000));
    }
}
