package dev.musterpoint.shell.sandbox;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.recovery.RealWaiting;
import dev.musterpoint.drills.recovery.TakeOver;
import dev.musterpoint.drills.spi.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes a sandbox whose keeper is gone, from its undo record alone: also after a restart of the machine. */
final class SandboxRemoval {
    private final Catalogue catalogue;
    private final String by;

    /** @param by who removes it, for its journal */
    SandboxRemoval(Catalogue catalogue, String by) {
        this.catalogue = catalogue;
        this.by = by;
    }

    /**
     * Removes it. What could not be removed stays written down, to be tried again.
     *
     * @param lock its lock, held; retired here
     */
    CleanUp remove(RunDirectory directory, RunLock lock) throws InterruptedException {
        CleanUp state = CleanUp.UNKNOWN;
        try {
            state = Files.exists(directory.journal()) ? undo(directory) : CleanUp.CLEAN;
            if (state == CleanUp.CLEAN) {
                delete(directory.path());
            }
            return state;
        } finally {
            if (state == CleanUp.CLEAN) {
                lock.close();
            } else {
                lock.retire();
            }
        }
    }

    private CleanUp undo(RunDirectory directory) throws InterruptedException {
        return new TakeOver(directory, catalogue, new SystemRunClock(), new RealWaiting(), by)
                .recover("its keeper is gone");
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }
}
