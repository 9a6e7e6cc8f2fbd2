package dev.musterpoint.sandbox.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a sandbox runs, without any record of it: processes that carry its owner mark in their environment, and
 * PostgreSQL's own processes, which write their title over their environment but have moved into its data directory.
 */
final class OwnedProcesses {
    private static final Path PROC = Path.of("/proc");

    private final String environment;
    private final Path directory;

    OwnedProcesses(String mark, Path directory) {
        this.environment = "\0" + Launcher.OWNER + "=" + mark + "\0";
        this.directory = directory;
    }

    /** Those alive now; one that has ended and waits for its parent is not. */
    List<ProcessHandle> find() throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                handle(entry).filter(handle -> isOurs(entry)).ifPresent(found::add);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    /** The handle is taken before the process is looked at, so a process id that is used anew is never mistaken. */
    private static Optional<ProcessHandle> handle(Path entry) {
        long pid = Long.parseLong(entry.getFileName().toString());
        return pid == ProcessHandle.current().pid() ? Optional.empty() : ProcessHandle.of(pid);
    }

    private boolean isOurs(Path entry) {
        return (isInside(entry, directory)
                        && read(entry.resolve("comm")).strip().equals("postgres"))
                || ("\0" + read(entry.resolve("environ"))).contains(environment);
    }

    /** Whether {@code pid} is a process that has moved into {@code directory}, as PostgreSQL's do. */
    static boolean runsIn(long pid, Path directory) {
        return isInside(PROC.resolve(Long.toString(pid)), directory);
    }

    private static boolean isInside(Path entry, Path directory) {
        try {
            return Files.readSymbolicLink(entry.resolve("cwd")).startsWith(directory);
        } catch (IOException e) {
            // It ended, or it is another user's.
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
