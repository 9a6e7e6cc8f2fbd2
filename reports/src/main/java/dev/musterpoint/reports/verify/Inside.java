package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.journal.RunDirectory;
import java.nio.file.Path;

/** Files that evidence names. What it names is not trusted either, so it must not lead out of the run. */
final class Inside {
    private Inside() {}

    /** The file {@code name} of the run. @throws IllegalArgumentException when it lies elsewhere */
    static Path of(RunDirectory run, String name) {
        Path root = run.path().toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("'" + name + "' lies outside of the run");
        }
        return file;
    }
}
