package dev.musterpoint.shell;

import dev.musterpoint.shell.command.App;
import dev.musterpoint.shell.command.Commands;
import dev.musterpoint.shell.config.Place;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Goes through what commands commonly load, for the launcher to make the class archive from: also a whole drill on a sandbox
 * of its own, so that in a real one no class is loaded and linked for the first time while the fault is being timed. Leaves
 * nothing behind.
 */
public final class Training {
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        endInTime();
        Console nowhere = new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                new BufferedReader(new StringReader("")),
                false,
                100,
                false);
        Path runs = Files.createTempDirectory("muster-training-");
        Place place = Place.ofProcess();
        Commands commands = new Commands(new App(nowhere, new Settings(place.home(), place.here(), runs), false));
        commands.execute("--help");
        commands.execute("drill", "list");
        commands.execute("drill", "plan", "quickstart", "-o", "json");
        commands.execute("drill", "plan", "quickstart");
        commands.execute("run", "list");
        commands.execute("drill", "no-such-word");
        commands.execute("quickstart");
        delete(runs);
    }

    /** Where a drill cannot be run, or hangs, the archive holds what was loaded until then. */
    private static void endInTime() {
        Thread thread = new Thread(() -> {
            LockSupport.parkNanos(ENOUGH.toNanos());
            Runtime.getRuntime().halt(0);
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
