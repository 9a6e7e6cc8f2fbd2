package dev.musterpoint.shell.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The sign of life that the watchdog looks for: a counter, written over itself, so that a full disk does not silence it.
 * Beaten by the run's own thread, for it is that thread's life that counts.
 */
final class Heartbeat implements AutoCloseable {
    private final FileChannel channel;
    private long beats;

    Heartbeat(Path file) {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        beat();
    }

    void beat() {
        try {
            channel.write(ByteBuffer.allocate(Long.BYTES).putLong(beats++).flip(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the heartbeat: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the heartbeat", e);
        }
    }
}
