package dev.musterpoint.sandbox.kubernetes;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the scripts that make and remove clusters. */
final class Scripts {
    /** The exit status of {@code install.sh} when a cluster cannot be had on this machine. */
    static final int CANNOT = 3;

    private static final Path FOLDER = Path.of("testbed", "kubernetes");
    private static final int LAST_LINES = 5;

    private final Path folder;

    private Scripts(Path folder) {
        this.folder = folder;
    }

    /** Those of this installation, or of the source tree that the program was started in. */
    static Scripts find() throws SandboxException {
        String home = System.getProperty("muster.home", "");
        for (Path from = Path.of(home).toAbsolutePath(); from != null; from = from.getParent()) {
            if (Files.isExecutable(from.resolve(FOLDER).resolve("up.sh"))) {
                return new Scripts(from.resolve(FOLDER));
            }
        }
        throw new SandboxException(
                "there is no folder '" + FOLDER + "' in " + Path.of(home).toAbsolutePath()
                        + ", nor in those above it: the scripts that make the cluster come with the sources of Musterpoint");
    }

    Path path(String script) {
        return folder.resolve(script);
    }

    /**
     * Runs a script to its end.
     *
     * @param environment what is added to ours
     * @throws SandboxException when it takes longer than {@code limit}
     */
    Result run(
            Duration limit,
            Map<String, String> environment,
            Cancellation cancellation,
            String script,
            List<String> arguments)
            throws IOException, SandboxException {
        List<String> command = new ArrayList<>(List.of(path(script).toString()));
        command.addAll(arguments);
        Path output = Files.createTempFile("musterpoint-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            cancellation.onCancel(process::destroy);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new SandboxException(script + " took longer than " + limit.toSeconds() + " s; the last it said: "
                        + last(Files.readAllLines(output)));
            }
            cancellation.throwIfCancelled();
            return new Result(process.exitValue(), Files.readAllLines(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException(script + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String last(List<String> lines) {
        return String.join("; ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** How a script ended, and what it said. */
    record Result(int status, List<String> lines) {
        Result {
            lines = List.copyOf(lines);
        }

        boolean succeeded() {
            return status == 0;
        }

        /** The last line, which is what a script answers. */
        String answer() {
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }

        /** Why it failed, in one line. */
        String reason() {
            return last(lines);
        }
    }
}
