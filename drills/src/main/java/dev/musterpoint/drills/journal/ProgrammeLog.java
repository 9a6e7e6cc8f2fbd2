package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The log of all attempts ({@code programme.jsonl}): one chain for every run of a directory, so that deleting a bad run,
 * or repeating until green, shows. Several processes append to it, each under a lock for the moment of writing.
 */
public final class ProgrammeLog {
    private static final JsonCodec<ProgrammeEntry> CODEC = JsonCodec.lines(ProgrammeEntry.class);

    private final Path directory;

    /** The log of the runs below {@code directory}. */
    public ProgrammeLog(Path directory) {
        this.directory = directory;
    }

    public Path file() {
        return directory.resolve("programme.jsonl");
    }

    public void created(RunDirectory run, String drill, String planDigest, Instant at) {
        append(at, ProgrammeEntry.CREATED, run.runId(), drill, planDigest, "", "");
    }

    public void sealed(
            RunDirectory run, String drill, String planDigest, String summary, String manifestDigest, Instant at) {
        append(at, ProgrammeEntry.SEALED, run.runId(), drill, planDigest, summary, manifestDigest);
    }

    /** An attempt that was refused before there was a run. @param planDigest empty when there was no plan either */
    public void refused(String drill, String planDigest, String why, Instant at) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory + ": " + DurableFile.reason(e), e);
        }
        append(at, ProgrammeEntry.REFUSED, "", drill, planDigest, why, "");
    }

    private void append(
            Instant at,
            String event,
            String runId,
            String drill,
            String planDigest,
            String summary,
            String manifestDigest) {
        // Threads of one process take turns here, processes by the lock file.
        synchronized (ProgrammeLog.class) {
            // Waiting for a file lock ends with an error in an interrupted thread, and an attempt would go unrecorded.
            boolean interrupted = Thread.interrupted();
            RunLock lock = RunLock.acquire(directory.resolve("programme.lock"));
            try {
                TornTail.repair(directory, "programme.jsonl");
                ChainSummary chain = ChainSummary.of(file());
                write(new ProgrammeEntry(
                        chain.lines(), chain.head(), at, event, runId, drill, planDigest, summary, manifestDigest));
            } finally {
                lock.close();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void write(ProgrammeEntry entry) {
        byte[] json = CODEC.encode(entry);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        try {
            boolean isNew = !Files.exists(file());
            try (AppendFile out = AppendFile.open(file())) {
                out.write(line, line.length);
                out.force();
            }
            if (isNew) {
                DurableFile.forceDirectory(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file() + ": " + DurableFile.reason(e), e);
        }
    }

    /** Whether there is an entry of {@code event} for {@code run}. */
    public boolean has(String event, RunDirectory run) {
        boolean[] found = {false};
        read(entry -> found[0] |= entry.event().equals(event) && entry.runId().equals(run.runId()));
        return found[0];
    }

    /** Goes through all entries, in order. */
    public void read(Consumer<? super ProgrammeEntry> each) {
        Lines.of(file(), (number, line, complete) -> {
            if (complete) {
                each.accept(CODEC.decode(line, "programme.jsonl:" + number));
            }
        });
    }
}
