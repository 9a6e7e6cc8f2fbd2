package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the kills of one scene. Thread-safe. */
final class Tally {
    private static final Path FILE = Path.of("target", "soak", "kills.md");

    private final Scene scene;
    private final List<String> failures = new ArrayList<>();
    private int atLines;
    private int atInstants;
    private int notBegun;
    private int byWatchdog;
    private int byRecover;
    private int byItself;
    private Duration slowest = Duration.ZERO;

    Tally(Scene scene) {
        this.scene = scene;
    }

    synchronized void killed(KillPoint point) {
        if (point.isAtLine()) {
            atLines++;
        } else {
            atInstants++;
        }
    }

    /** It was killed before it had written anything down, and so before it did anything. */
    synchronized void notBegun() {
        notBegun++;
    }

    /** The fault was gone so long after the kill; then the run was sealed, and verified. */
    synchronized void undoneByWatchdog(Duration after) {
        byWatchdog++;
        slowest = after.compareTo(slowest) > 0 ? after : slowest;
    }

    synchronized void undoneByRecover() {
        byRecover++;
    }

    /** The run had ended before it could be killed. */
    synchronized void wasOver() {
        byItself++;
    }

    synchronized void failed(KillPoint point, Throwable why) {
        failures.add(point + ": " + why.getMessage());
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Adds this scene's row to the table in {@code target/soak/kills.md}. */
    synchronized void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        if (Files.notExists(FILE)) {
            Files.writeString(
                    FILE,
                    "| Drill | At lines | At instants | Before anything began | Over already | Undone by the watchdog | slowest"
                            + " | Undone by `recover` | Sealed and verified | Failures |\n"
                            + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        }
        Files.writeString(
                FILE,
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d | %d | %d | %.2f s | %d | %d | %d |%n",
                        scene.name(),
                        atLines,
                        atInstants,
                        notBegun,
                        byItself,
                        byWatchdog,
                        slowest.toMillis() / 1000.0,
                        byRecover,
                        byWatchdog + byRecover + byItself,
                        failures.size()),
                StandardOpenOption.APPEND);
    }
}
