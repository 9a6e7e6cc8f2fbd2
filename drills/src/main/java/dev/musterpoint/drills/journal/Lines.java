package dev.musterpoint.drills.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Goes through a file line by line, as bytes, for it is bytes that are hashed. */
public final class Lines {
    private static final int LONGEST = 16 << 20;

    private Lines() {}

    /** What is told of each line. */
    @FunctionalInterface
    public interface Each {
        /** @param number from 1; @param line without its line end; @param complete whether it had one */
        void line(long number, byte[] line, boolean complete);
    }

    /** Goes through {@code file}; a file that is not there has no lines. */
    public static void of(Path file, Each each) {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = open(file)) {
            read(file, in, each);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + DurableFile.reason(e), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private static void read(Path file, InputStream in, Each each) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        byte[] buffer = new byte[1 << 16];
        long number = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    each.line(++number, line.toByteArray(), true);
                    line.reset();
                    from = i + 1;
                }
            }
            line.write(buffer, from, n - from);
            if (line.size() > LONGEST) {
                throw new IOException(file + " has a line of more than " + LONGEST + " bytes");
            }
        }
        if (line.size() > 0) {
            each.line(++number, line.toByteArray(), false);
        }
    }
}
