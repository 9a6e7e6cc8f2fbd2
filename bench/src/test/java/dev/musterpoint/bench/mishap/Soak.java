package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether all is tried or a sample, and where what was seen is written down: {@code target/soak}. */
final class Soak {
    /** One for all, so that a sample is the same every time. */
    static final long SEED = 20261121;

    private static final Path DIRECTORY = Path.of("target", "soak");

    private Soak() {}

    static boolean isAll() {
        return "all".equals(System.getProperty("muster.kills"));
    }

    /** Adds a line to the file {@code name}. */
    static synchronized void row(String name, String line) throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(
                DIRECTORY.resolve(name.replace(' ', '-') + ".md"),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
