package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A stream beside the journal, one value a line, too fast to be forced to disk line by line. {@link #appendDurably} joins
 * a group commit: one force serves all who wait. Closing gives the digest that makes the stream part of the chain.
 * Thread-safe.
 */
public final class Segment<T> implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String path;
    private final Path file;
    private final AppendFile out;
    private final JsonCodec<T> codec;
    private final byte[] buffer = new byte[BUFFER];
    private final MessageDigest digest = Digests.sha256();
    private final Object forcing = new Object();
    private int buffered;
    private long bytes;
    private long lines;
    private long forced;
    private SegmentClosed closed;
    private IOException broken;

    private Segment(String path, Path file, AppendFile out, JsonCodec<T> codec) {
        this.path = path;
        this.file = file;
        this.out = out;
        this.codec = codec;
    }

    /** Starts the stream {@code path} (relative, with {@code /}) below {@code directory}. */
    public static <T> Segment<T> create(Path directory, String path, Class<T> kind, Redactor redactor) {
        Path file = directory.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            JsonCodec<T> codec = JsonCodec.lines(kind).redacting(redactor);
            return new Segment<>(path, file, AppendFile.create(file), codec);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + file + ": " + DurableFile.reason(e), e);
        }
    }

    /** Adds a value; it reaches the disk with the next force, at the latest when closed. */
    public void append(T value) {
        put(line(value));
    }

    /** Adds a value and returns once it is on disk. */
    public void appendDurably(T value) {
        long mine = put(line(value));
        synchronized (forcing) {
            // Whoever comes first forces for all who have written by then; the others find their bytes done.
            if (forced < mine) {
                force();
            }
        }
    }

    private byte[] line(T value) {
        byte[] json = codec.encode(value);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private synchronized long put(byte[] line) {
        checkUsable();
        try {
            digest.update(line);
            if (line.length > buffer.length - buffered) {
                drain();
            }
            if (line.length > buffer.length) {
                out.write(line, line.length);
            } else {
                System.arraycopy(line, 0, buffer, buffered, line.length);
                buffered += line.length;
            }
        } catch (IOException e) {
            throw failed(e);
        }
        bytes += line.length;
        lines++;
        return bytes;
    }

    private void force() {
        long upTo;
        synchronized (this) {
            checkUsable();
            upTo = bytes;
            try {
                drain();
            } catch (IOException e) {
                throw failed(e);
            }
        }
        try {
            out.force();
        } catch (IOException e) {
            throw failed(e);
        }
        forced = upTo;
    }

    /** Hands what is buffered to the operating system, so that it survives the death of this process. */
    public synchronized void flush() {
        if (closed == null && broken == null) {
            try {
                drain();
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private void drain() throws IOException {
        out.write(buffer, buffered);
        buffered = 0;
    }

    private void checkUsable() {
        if (closed != null) {
            throw new IllegalStateException(path + " is closed");
        }
        if (broken != null) {
            throw new UncheckedIOException(file + " took no more lines after an earlier failure", broken);
        }
    }

    private synchronized UncheckedIOException failed(IOException e) {
        broken = e;
        return new UncheckedIOException("cannot write to " + file + ": " + DurableFile.reason(e), e);
    }

    /** Forces and closes the stream. Closing again gives the same answer. */
    public SegmentClosed seal() {
        synchronized (forcing) {
            // Nobody may add a line between the last force and the digest.
            synchronized (this) {
                if (closed == null) {
                    force();
                    closed = new SegmentClosed(path, Digests.hex(digest), bytes, lines);
                    close();
                }
                return closed;
            }
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
