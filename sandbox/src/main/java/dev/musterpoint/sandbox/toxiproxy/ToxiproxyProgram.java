package dev.musterpoint.sandbox.toxiproxy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Where {@code toxiproxy-server} is: on the {@code PATH}, or else where {@code testbed/toxiproxy/install.sh} puts it. */
final class ToxiproxyProgram {
    static final String MISSING = "there is no toxiproxy-server; run testbed/toxiproxy/install.sh (it needs Go), or put"
            + " one of version 2.12.0 on the PATH";
    private static final String PROGRAM = "toxiproxy-server";
    private static final Path INSTALLED = Path.of("musterpoint", "testbed", "toxiproxy-2.12.0", PROGRAM);

    private ToxiproxyProgram() {}

    static Optional<Path> find() {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, PROGRAM));
        return Stream.concat(onPath, Stream.of(cache().resolve(INSTALLED)))
                .filter(Files::isExecutable)
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    }
}
