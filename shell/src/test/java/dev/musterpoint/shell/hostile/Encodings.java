package dev.musterpoint.shell.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Text as bytes: mostly as it should be. */
final class Encodings {
    private Encodings() {}

    static byte[] encode(String text, Random random) {
        return switch (random.nextInt(30)) {
            case 0 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case 3 -> (text + "\u00FC").getBytes(StandardCharsets.ISO_8859_1);
            case 4 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
            case 6, 7, 8 -> broken(text.getBytes(StandardCharsets.UTF_8), random);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }
}
