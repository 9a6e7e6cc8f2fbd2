package dev.musterpoint.reports.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium of the Debian package. Where there is none it is installed, given root and apt-get; where it cannot be
 * had the test is skipped and the reason is printed; with {@code MUSTER_TESTBED=required} it fails.
 */
final class Chromium {
    /** What the reader's system asks for. */
    enum Theme {
        DARK(0),
        LIGHT(1);

        /** Blink's number for it. */
        private final int blink;

        Theme(int blink) {
            this.blink = blink;
        }
    }

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");
    private static final int INSTALL_SECONDS = 300;
    private static final int RUN_SECONDS = 180;

    private final Path program;
    private final Path scratch;

    private Chromium(Path program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    /** @param scratch an empty directory, for profiles and output */
    static Chromium orSkip(Path scratch) throws IOException {
        Optional<Path> found = find();
        if (found.isEmpty() && isRoot() && onPath("apt-get").isPresent()) {
            run(
                    List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium"),
                    scratch.resolve("apt.log"),
                    INSTALL_SECONDS);
            found = find();
        }
        if (found.isEmpty()) {
            String reason = "no Chromium on the PATH; install the package chromium";
            if ("required".equals(System.getenv("MUSTER_TESTBED"))) {
                throw new AssertionError(reason);
            }
            Assumptions.abort("skipped: " + reason);
        }
        return new Chromium(found.orElseThrow(), scratch);
    }

    /** The page's document as it is once its scripts have come to rest. */
    String dom(Path page, Theme theme) throws IOException {
        List<String> command = command();
        command.add("--blink-settings=preferredColorScheme=" + theme.blink);
        command.add("--virtual-time-budget=30000");
        command.add("--dump-dom");
        command.add(page.toUri().toString());
        Path out = scratch.resolve("dom.html");
        if (!run(command, out, RUN_SECONDS)) {
            throw new AssertionError("Chromium did not come to an end: " + Files.readString(out));
        }
        return Files.readString(out);
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(QUIET);
        command.add("--user-data-dir=" + Files.createTempDirectory(scratch, "profile"));
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> find() {
        return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether it ended well, and in time. */
    private static boolean run(List<String> command, Path out, int seconds) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
