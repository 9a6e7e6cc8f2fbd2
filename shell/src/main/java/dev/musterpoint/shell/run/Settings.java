package dev.musterpoint.shell.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where things are.
 *
 * @param home the installation: holds {@code catalog/}
 * @param here the directory the person works in
 * @param runs where runs are kept
 */
public record Settings(Path home, Path here, Path runs) {
    public Settings {
        Objects.requireNonNull(home);
        Objects.requireNonNull(here);
        Objects.requireNonNull(runs);
    }

    /** From the launcher's properties and the environment: {@code MUSTER_RUNS}, else {@code runs/} here. */
    public static Settings fromEnvironment() {
        Path here = Path.of("").toAbsolutePath();
        Path home = Path.of(System.getProperty("muster.home", here.toString())).toAbsolutePath();
        String runs = System.getenv().getOrDefault("MUSTER_RUNS", "runs");
        return new Settings(home, here, here.resolve(runs).normalize());
    }

    public Settings withRuns(Path directory) {
        return new Settings(home, here, here.resolve(directory).normalize());
    }

    public Path catalogue() {
        return home.resolve("catalog");
    }
}
