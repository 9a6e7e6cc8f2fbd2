package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data directory as {@code initdb} leaves it, kept so that later sandboxes need only copy it. */
final class Template {
    private static final String DATABASE = "postgres";
    private static final String LAYOUT = "v2";
    private static final File NO_INPUT = new File("/dev/null");

    private Template() {}

    static Path in(Cache cache, Binaries binaries, Launcher launcher) throws IOException, SandboxException {
        return cache.get("template-" + LAYOUT + "-" + binaries.key(), directory -> make(directory, binaries, launcher))
                .resolve("data");
    }

    private static void make(Path directory, Binaries binaries, Launcher launcher)
            throws IOException, SandboxException {
        Credentials unused = Credentials.create(directory);
        launcher.run(
                binaries.program("initdb"),
                List.of(
                        "--pgdata=" + directory.resolve("data"),
                        "--username=" + Credentials.USER,
                        "--pwfile=" + unused.passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--no-sync",
                        "--wal-segsize=1"),
                NO_INPUT,
                directory.resolve("initdb.log"));
        unused.delete();
    }

    /** Gives the user of a data directory that is not in use its own password, without ever opening a port. */
    static void setPassword(Path data, Credentials credentials, Binaries binaries, Launcher launcher, Path log)
            throws IOException, SandboxException {
        launcher.run(
                binaries.program("postgres"),
                List.of("--single", "-D", data.toString(), "-c", "fsync=off", "-c", "scram_iterations=1", DATABASE),
                credentials.roleScript().toFile(),
                log);
        Files.delete(credentials.roleScript());
    }
}
