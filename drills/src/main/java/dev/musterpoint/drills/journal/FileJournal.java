package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The journal as a file: one JSON object a line, each naming the SHA-256 of the line before, each forced to disk before
 * {@code append} returns. Secrets are taken out on the way. Thread-safe; one writer a file.
 */
public final class FileJournal implements Journal {
    private static final JsonCodec<JournalEntry> CODEC = JsonCodec.lines(JournalEntry.class);

    private final Path file;
    private final FileChannel channel;
    private final RunClock clock;
    private final Redactor redactor;
    private final Consumer<JournalEntry> listener;
    private String head = Digests.NOTHING;
    private long lines;
    private IOException broken;

    private FileJournal(
            Path file, FileChannel channel, RunClock clock, Redactor redactor, Consumer<JournalEntry> listener) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        this.redactor = redactor;
        this.listener = listener;
    }

    /**
     * Starts a new journal.
     *
     * @param listener told of each entry once it is durable
     * @throws UncheckedIOException when the file exists or cannot be made
     */
    public static FileJournal create(Path file, RunClock clock, Redactor redactor, Consumer<JournalEntry> listener) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            DurableFile.forceDirectory(file.getParent());
            return new FileJournal(file, channel, clock, redactor, listener);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the journal " + file + ": " + DurableFile.reason(e), e);
        }
    }

    /**
     * Goes on with a chain that an earlier recoverer began, or starts it. A torn last line is cut off first; the cut is
     * returned by {@link TornTail#repair}, which the caller runs and journals.
     */
    public static FileJournal resume(Path file, RunClock clock, Redactor redactor, Consumer<JournalEntry> listener) {
        if (!Files.exists(file)) {
            return create(file, clock, redactor, listener);
        }
        ChainSummary chain = ChainSummary.of(file);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND);
            FileJournal journal = new FileJournal(file, channel, clock, redactor, listener);
            journal.head = chain.head();
            journal.lines = chain.lines();
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot go on with " + file + ": " + DurableFile.reason(e), e);
        }
    }

    @Override
    public synchronized JournalEntry append(String actor, Evidence fact) {
        if (broken != null) {
            throw new UncheckedIOException(file + " took no more facts after an earlier failure", broken);
        }
        JournalEntry entry = new JournalEntry(lines, head, clock.instant(), clock.now(), actor, fact);
        byte[] line = line(entry);
        try {
            DurableFile.writeAll(channel, ByteBuffer.wrap(line));
            channel.force(false);
        } catch (IOException e) {
            broken = e;
            throw new UncheckedIOException("cannot write to " + file + ": " + DurableFile.reason(e), e);
        }
        head = Digests.of(body(line));
        lines++;
        listener.accept(entry);
        return entry;
    }

    private byte[] line(JournalEntry entry) {
        String json = redactor.redact(new String(CODEC.encode(entry), StandardCharsets.UTF_8));
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] body(byte[] line) {
        return Arrays.copyOf(line, line.length - 1);
    }

    /** SHA-256 of the last line, without its line end. */
    public synchronized String head() {
        return head;
    }

    public synchronized long lines() {
        return lines;
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
