package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/** Whether all is tried or a sample, and where what was seen is written down: {@code target/soak}. */
final class Soak {
    /** One for all, so that a sample is the same every time. */
    static final long SEED = 20261121;

    private static final Path DIRECTORY = Path.of("target", "soak");

    private Soak() {}

    static boolean isAll() {
        return "all".equals(System.getProperty("muster.kills"));
    }

    /** Those that are this machine's, or this cluster's, with {@code -Dmuster.killsPart=1/2}; all without. */
    static <T> List<T> part(List<T> all) {
        String[] part = System.getProperty("muster.killsPart", "1/1").split("/");
        int which = Integer.parseInt(part[0]) - 1;
        int parts = Integer.parseInt(part[1]);
        return IntStream.range(0, all.size())
                .filter(i -> i % parts == which)
                .mapToObj(all::get)
                .toList();
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
