package dev.musterpoint.sandbox.toxiproxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code toxiproxy-server} of tests, which is installed where there is none. */
final class ToxiproxyBinary {
    private static final Path INSTALLER = Path.of("testbed", "toxiproxy", "install.sh");

    private ToxiproxyBinary() {}

    /** Installs it if need be. */
    static synchronized Optional<Path> find() throws IOException, InterruptedException {
        Optional<Path> there = ToxiproxyProgram.find();
        return there.isPresent() ? there : installed();
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
