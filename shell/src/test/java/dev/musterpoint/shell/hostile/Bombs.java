package dev.musterpoint.shell.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that are small to write and large to read. */
final class Bombs {
    private static final int MEBIBYTE = 1 << 20;
    private static final String[] NESTING = {"[", "{a: ", "- ", "? ", "[{", "\"${", "${A:-", "&a [", "!!x [", "|\n "};

    private Bombs() {}

    /** A bomb at the end of {@code text}, or in its place. */
    static byte[] make(String text, Random random) {
        String bomb = bomb(1 << (4 + random.nextInt(17)), random);
        String whole = random.nextInt(3) == 0 ? bomb : text + bomb;
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private static String bomb(int size, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> aliases(Math.min(size, 1000));
            case 1 -> filled(NESTING[random.nextInt(NESTING.length)], size);
            case 2 -> "  title: \"" + "x".repeat(size) + "\"\n";
            case 3 -> "  " + "k".repeat(size) + ": 1\n";
            case 4 -> "  timing: { deadline: " + "9".repeat(size) + "s }\n";
            case 5 -> keys(size / 12);
            case 6 -> "  objectives: [" + filled("a, ", size) + "]\n";
            default -> "  hypothesis: \"" + filled("${HOST}", size) + "\"\n";
        };
    }

    private static String filled(String part, int size) {
        return part.repeat(Math.min(size, MEBIBYTE) / part.length() + 1);
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "  k" + i + ": 1\n").collect(Collectors.joining());
    }

    /** A billion laughs: each line holds the one before ten times. */
    private static String aliases(int lines) {
        return "a0: &a0 [x, x]\n"
                + IntStream.range(1, lines)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + filled("*a" + (i - 1) + ", ", 60) + "]\n")
                        .collect(Collectors.joining());
    }
}
