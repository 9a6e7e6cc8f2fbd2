package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * A stream beside the journal, one value a line, too fast to be forced to disk line by line. {@link #appendDurably} joins
 * a group commit: one force serves all who wait. Closing gives the digest that makes the stream part of the chain.
 * Thread-safe.
 */
public final class Segment<T> implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String path;
    private final Path file;
    private final FileChannel channel;
    private final JsonCodec<T> codec;
    private final Redactor redactor;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final MessageDigest digest = Digests.sha256();
    private final Object forcing = new Object();
    private long bytes;
    private long lines;
    private long forced;
    private SegmentClosed closed;
    private IOException broken;

    private Segment(String path, Path file, FileChannel channel, JsonCodec<T> codec, Redactor redactor) {
        this.path = path;
        this.file = file;
        this.channel = channel;
        this.codec = codec;
        this.redactor = redactor;
    }

    /** Starts the stream {@code path} (relative, with {@code /}) below {@code directory}. */
    public static <T> Segment<T> create(Path directory, String path, Class<T> kind, Redactor redactor) {
        Path file = directory.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new Segment<>(path, file, channel, JsonCodec.lines(kind), redactor);
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
        String json = redactor.redact(new String(codec.encode(value), StandardCharsets.UTF_8));
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private synchronized long put(byte[] line) {
        checkUsable();
        try {
            digest.update(line);
            if (line.length > buffer.remaining()) {
                drain();
            }
            if (line.length > buffer.capacity()) {
                DurableFile.writeAll(channel, ByteBuffer.wrap(line));
            } else {
                buffer.put(line);
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
            channel.force(false);
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
        buffer.flip();
        DurableFile.writeAll(channel, buffer);
        buffer.clear();
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
            if (closed == null) {
                force();
                synchronized (this) {
                    closed = new SegmentClosed(path, Digests.hex(digest), bytes, lines);
                    close();
                }
            }
            return closed;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
