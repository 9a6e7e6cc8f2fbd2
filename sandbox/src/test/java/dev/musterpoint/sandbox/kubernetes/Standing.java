package dev.musterpoint.sandbox.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The clusters that stand on this machine, as {@code up.sh} writes them down. */
final class Standing {
    private static final Path NUMBERS = Path.of("/run/musterpoint-testbed");

    private Standing() {}

    /** The directories of those of an owner, a pid, in the order of their numbers. */
    static List<Path> of(String owner) throws IOException {
        List<Path> directories = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            Path held = NUMBERS.resolve(Integer.toString(number));
            if (line(held.resolve("owner")).startsWith(owner + " ")) {
                directories.add(Path.of(line(held.resolve("cluster"))));
            }
        }
        return directories;
    }

    /** @return nothing where the file is not there: clusters come and go meanwhile */
    private static String line(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
