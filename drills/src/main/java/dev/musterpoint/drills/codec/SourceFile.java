package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An authored file, read once: what is parsed is what is digested.
 *
 * @param name   how messages name it
 * @param text   its content without a byte order mark
 * @param digest SHA-256 of that content in UTF-8, in hexadecimal
 */
public record SourceFile(String name, String text, String digest) {
    /** The most bytes a drill or runbook file may have. */
    public static final int MOST_BYTES = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public SourceFile {
        Checks.text(name, "name");
        Objects.requireNonNull(text);
        Checks.text(digest, "digest");
    }

    /** Reads {@code path}. @throws DrillFileException when it cannot be read, is too large, or is not UTF-8 */
    public static SourceFile read(Path path) {
        Problems problems = new Problems(path.toString());
        requireRegular(path, problems);
        try (InputStream in = Files.newInputStream(path)) {
            return of(path.toString(), in.readNBytes(MOST_BYTES + 1));
        } catch (NoSuchFileException missing) {
            throw problems.fail(Place.FILE, "there is no such file");
        } catch (IOException unreadable) {
            throw problems.fail(Place.FILE, "the file cannot be read: " + unreadable.getMessage());
        }
    }

    /** A pipe or a device could be waited for, or read, for ever. What is not there at all is said by who opens it. */
    private static void requireRegular(Path path, Problems problems) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            String what = Files.isDirectory(path) ? "a directory" : "no regular file";
            throw problems.fail(Place.FILE, "the file cannot be read: it is " + what);
        }
    }

    /** Takes {@code bytes} as the file {@code name}. @throws DrillFileException when they are too many, or not UTF-8 */
    public static SourceFile of(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Problems(name).fail(Place.FILE, "the file is larger than 1 MiB; a drill file is a few kilobytes");
        }
        String text = decode(name, bytes);
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        String content = marked ? text.substring(1) : text;
        return new SourceFile(name, content, sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String decode(String name, byte[] bytes) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            throw new Problems(name).fail(endOf(text), "the file is not UTF-8 text from here on; save it as UTF-8");
        }
        return text;
    }

    /** The place that follows {@code text}. */
    static Place endOf(String text) {
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        int lineStart = text.lastIndexOf('\n') + 1;
        return new Place(line, 1 + text.codePointCount(lineStart, text.length()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
