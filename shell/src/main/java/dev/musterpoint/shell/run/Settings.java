package dev.musterpoint.shell.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where things are.
 *
 * @param home the installation: holds {@code catalog/}
 * @param here the directory the person works in
 * @param runs where runs are kept
 * @param state what is the person's own and outlives a command: history, sandboxes
 */
public record Settings(Path home, Path here, Path runs, Path state) {
    public Settings {
        Objects.requireNonNull(home);
        Objects.requireNonNull(here);
        Objects.requireNonNull(runs);
        Objects.requireNonNull(state);
    }

    /** With the state where it is by custom. */
    public Settings(Path home, Path here, Path runs) {
        this(home, here, runs, userState());
    }

    /** From the launcher's properties and the environment: {@code MUSTER_RUNS}, else {@code runs/} here. */
    public static Settings fromEnvironment() {
        Path here = Path.of("").toAbsolutePath();
        Path home = Path.of(System.getProperty("muster.home", here.toString())).toAbsolutePath();
        String runs = System.getenv().getOrDefault("MUSTER_RUNS", "runs");
        return new Settings(home, here, here.resolve(runs).normalize());
    }

    public Settings withRuns(Path directory) {
        return new Settings(home, here, here.resolve(directory).normalize(), state);
    }

    /** Below {@code XDG_STATE_HOME}, else {@code ~/.local/state}. */
    private static Path userState() {
        String xdg = System.getenv().getOrDefault("XDG_STATE_HOME", "");
        Path base = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(xdg);
        return base.resolve("musterpoint").toAbsolutePath();
    }

    public Path catalogue() {
        return home.resolve("catalog");
    }
}
