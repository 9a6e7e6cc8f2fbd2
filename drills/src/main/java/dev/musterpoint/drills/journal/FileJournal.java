package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a file: one JSON object a line, each naming the SHA-256 of the line before, each forced to disk before
 * {@code append} returns. Secrets are taken out on the way. Thread-safe; one writer a file.
 */
public final class FileJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final JsonCodec<JournalEntry> CODEC = JsonCodec.lines(JournalEntry.class);

    private final Path file;
    private final AppendFile out;
    private final RunClock clock;
    private final JsonCodec<JournalEntry> codec;
    private final Consumer<JournalEntry> listener;
    private String head = Digests.NOTHING;
    private long lines;
    private IOException broken;

    private FileJournal(Path file, AppendFile out, RunClock clock, Redactor redactor, Consumer<JournalEntry> listener) {
        this.file = file;
        this.out = out;
        this.clock = clock;
        this.codec = CODEC.redacting(redactor);
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
            AppendFile out = AppendFile.create(file);
            DurableFile.forceDirectory(file.getParent());
            return new FileJournal(file, out, clock, redactor, listener);
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
            FileJournal journal = new FileJournal(file, AppendFile.open(file), clock, redactor, listener);
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
            out.write(line, line.length);
            out.force();
        } catch (IOException e) {
            broken = e;
            throw new UncheckedIOException("cannot write to " + file + ": " + DurableFile.reason(e), e);
        }
        head = Digests.of(body(line));
        lines++;
        tell(clean(line, entry));
        return entry;
    }

    /** What was written: who shows it to people sees no secret either. */
    private JournalEntry clean(byte[] line, JournalEntry entry) {
        return CODEC.decode(body(line), "line " + (entry.seq() + 1) + " of " + file);
    }

    /** The fact is durable, so whoever shows it to people cannot make it fail. */
    private void tell(JournalEntry entry) {
        try {
            listener.accept(entry);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed on line {} of {}", entry.seq() + 1, file, e);
        }
    }

    private byte[] line(JournalEntry entry) {
        byte[] json = codec.encode(entry);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
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
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
