package dev.musterpoint.sandbox.toxiproxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where the {@code toxiproxy-server} of tests is: on the {@code PATH}, or else where the testbed's installer put it. */
final class ToxiproxyBinary {
    static final String MISSING = "there is no toxiproxy-server; run testbed/toxiproxy/install.sh (it needs Go), or put"
            + " one of version 2.12.0 on the PATH";
    private static final String PROGRAM = "toxiproxy-server";
    private static final Path INSTALLER = Path.of("testbed", "toxiproxy", "install.sh");

    private ToxiproxyBinary() {}

    /** Installs it if need be. */
    static synchronized Optional<Path> find() throws IOException, InterruptedException {
        Optional<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
        return onPath.isPresent() ? onPath : installed();
    }

    private static Optional<Path> installed() throws IOException, InterruptedException {
        Path installer = Path.of("..").resolve(INSTALLER);
        if (!Files.isExecutable(installer)) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(installer.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? Optional.of(Path.of(said)) : Optional.empty();
    }
}
