package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.JournalEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Reads a journal while it grows. A line without its end is not there yet. */
public final class JournalFollower {
    private static final JsonCodec<JournalEntry> ENTRY = JsonCodec.lines(JournalEntry.class);

    private final Path file;
    private long read;
    private long lines;

    public JournalFollower(Path file) {
        this.file = file;
    }

    /** Gives on what was written since the last call: each entry, and its line as it stands in the file. */
    public void poll(BiConsumer<JournalEntry, byte[]> each) {
        if (!Files.exists(file)) {
            return;
        }
        byte[] fresh = fresh();
        int from = 0;
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i] == '\n') {
                byte[] line = Arrays.copyOfRange(fresh, from, i);
                lines++;
                from = i + 1;
                each.accept(ENTRY.decode(line, file.getFileName() + ":" + lines), line);
            }
        }
        read += from;
    }

    private byte[] fresh() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            // Shorter than what was read: only a torn last line was cut, which had not been given on.
            int length = Math.toIntExact(Math.max(0, open.length() - read));
            byte[] bytes = new byte[length];
            open.seek(read);
            open.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
