package dev.musterpoint.drills.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All runs of one directory. */
public final class RunStore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_IN_A_SECOND = 1000;

    private final Path root;

    public RunStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    public ProgrammeLog programme() {
        return new ProgrammeLog(root);
    }

    /**
     * Makes a new run's directory, at once and before anything of it happens.
     *
     * @throws UncheckedIOException when it cannot be made
     */
    public RunDirectory create(String drill, Instant at) {
        String base = STAMP.format(at) + "-" + drill;
        try {
            Files.createDirectories(root);
            for (int i = 1; i < MOST_IN_A_SECOND; i++) {
                Path path = root.resolve(i == 1 ? base : base + "-" + i);
                try {
                    Files.createDirectory(path);
                    DurableFile.forceDirectory(root);
                    return new RunDirectory(path);
                } catch (FileAlreadyExistsException e) {
                    // Another run of this drill began within the same second; the next name is tried.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make a run directory in " + root + ": " + DurableFile.reason(e)
                            + "; choose another with --runs or make it writable",
                    e);
        }
        throw new IllegalStateException("more than " + MOST_IN_A_SECOND + " runs of " + drill + " in one second");
    }

    /** All runs, oldest first. */
    public List<RunDirectory> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> Files.exists(child.resolve("journal.jsonl")))
                    .sorted()
                    .map(RunDirectory::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root + ": " + DurableFile.reason(e), e);
        }
    }

    /** The runs that {@code id} may mean: the one of that very name, else those whose name holds it. */
    public List<RunDirectory> find(String id) {
        List<RunDirectory> all = list();
        List<RunDirectory> exact =
                all.stream().filter(run -> run.runId().equals(id)).toList();
        return exact.isEmpty()
                ? all.stream().filter(run -> run.runId().contains(id)).toList()
                : exact;
    }
}
