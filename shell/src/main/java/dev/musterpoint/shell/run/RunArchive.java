package dev.musterpoint.shell.run;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.Seal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A sealed run as one file to hand on. Reproducible: sorted, owned by nobody, all files of the time the run was sealed, so
 * that the same run gives the same bytes. {@code muster verify} holds for what it unpacks to.
 */
public final class RunArchive {
    private static final int FILE_MODE = 0100644;

    private RunArchive() {}

    /** Writes the archive, whole or not at all. */
    public static void write(RunDirectory run, Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                    GZIPOutputStream gzip = new GZIPOutputStream(out);
                    TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                Instant sealed = Seal.read(run).sealedAt();
                for (String name : names(run)) {
                    add(tar, run, name, sealed);
                }
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** What the seal lists, and the seal: nothing else in the directory is evidence. */
    private static List<String> names(RunDirectory run) throws IOException {
        try (Stream<Path> seal = Files.list(run.manifest().getParent())) {
            return Stream.concat(run.files().stream(), seal.map(file -> "seal/" + file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static void add(TarArchiveOutputStream tar, RunDirectory run, String name, Instant at) throws IOException {
        Path file = run.path().resolve(name);
        TarArchiveEntry entry = new TarArchiveEntry(run.runId() + "/" + name);
        entry.setSize(Files.size(file));
        entry.setMode(FILE_MODE);
        entry.setModTime(at.getEpochSecond() * 1000);
        entry.setIds(0, 0);
        entry.setNames("", "");
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }
}
