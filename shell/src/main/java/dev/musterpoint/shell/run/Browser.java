package dev.musterpoint.shell.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens files in the person's browser, by the opener that the desktop has. */
public final class Browser {
    /** An opener that goes on for longer has found something to open with. */
    private static final long ANSWER_SECONDS = 5;

    private final Optional<Path> opener;

    /** @param opener the program that opens a file; empty when there is none */
    public Browser(Optional<Path> opener) {
        this.opener = Objects.requireNonNull(opener);
    }

    /** {@code open} on macOS; {@code xdg-open} elsewhere, where there is a display to open on. */
    public static Browser ofThisMachine(Map<String, String> environment) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean display = mac || Stream.of("DISPLAY", "WAYLAND_DISPLAY").anyMatch(environment::containsKey);
        return new Browser(
                display ? find(mac ? "open" : "xdg-open", environment.getOrDefault("PATH", "")) : Optional.empty());
    }

    private static Optional<Path> find(String program, String path) {
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens {@code file}. @return whether that could be done */
    public boolean open(Path file) {
        return opener.map(program -> run(program, file)).orElse(false);
    }

    private static boolean run(Path program, Path file) {
        try {
            Process process = new ProcessBuilder(List.of(program.toString(), file.toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return !process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
