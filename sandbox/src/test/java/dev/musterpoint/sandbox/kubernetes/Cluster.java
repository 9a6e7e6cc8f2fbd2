package dev.musterpoint.sandbox.kubernetes;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that this JVM has to itself until it gives it back. Where the build says whose its clusters are
 * ({@code MUSTER_CLUSTERS_OF}, a pid), one that another JVM of the build has given back is taken before one is started, and all go
 * with that process; otherwise a cluster is this JVM's own and goes with it.
 */
final class Cluster implements AutoCloseable {
    private static final Duration TO_INSTALL = Duration.ofMinutes(40);
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Optional<String> BUILD = Optional.ofNullable(System.getenv("MUSTER_CLUSTERS_OF"));
    private static final String OWNER =
            BUILD.orElseGet(() -> Long.toString(ProcessHandle.current().pid()));

    private final Scripts scripts;
    private final Path directory;
    /** Its lock, which the system releases even where this JVM is killed, says that the cluster is taken. */
    private final FileChannel taken;

    private Cluster(Scripts scripts, Path directory, FileChannel taken) {
        this.scripts = scripts;
        this.directory = directory;
        this.taken = taken;
    }

    /** @return the cluster, or the reason why there is none */
    static Object take() {
        try {
            Scripts scripts = Scripts.find();
            Optional<Cluster> left = BUILD.isPresent() ? left(scripts) : Optional.empty();
            return left.isPresent() ? left.get() : start(scripts);
        } catch (IOException | SandboxException e) {
            return String.valueOf(e.getMessage());
        }
    }

    Path directory() {
        return directory;
    }

    private static Object start(Scripts scripts) throws IOException, SandboxException {
        Scripts.Result installed = scripts.run(TO_INSTALL, Map.of(), new Cancellation(), "install.sh", List.of());
        if (!installed.succeeded()) {
            return installed.reason();
        }
        Path directory = Files.createTempDirectory("musterpoint-zones-").toRealPath();
        Cluster cluster = locked(scripts, directory).orElseThrow();
        cluster.run("up.sh", List.of(directory.toString(), installed.answer()));
        return cluster;
    }

    /** One that stands, belongs to this build, and is nobody's now. One that a test left in disorder is removed. */
    private static Optional<Cluster> left(Scripts scripts) throws IOException, SandboxException {
        for (Path directory : Standing.of(OWNER)) {
            Optional<Cluster> cluster = locked(scripts, directory);
            if (cluster.isPresent() && cluster.get().isInOrder()) {
                return cluster;
            }
            if (cluster.isPresent()) {
                cluster.get().remove();
            }
        }
        return Optional.empty();
    }

    /** @return nothing where another JVM has it, or it is gone by now */
    private static Optional<Cluster> locked(Scripts scripts, Path directory) throws IOException {
        try {
            FileChannel channel =
                    FileChannel.open(directory.resolve("taken"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(new Cluster(scripts, directory, channel));
            }
            channel.close();
        } catch (NoSuchFileException e) {
            // Its folder: another JVM has just removed it.
        }
        return Optional.empty();
    }

    private boolean isInOrder() throws IOException, SandboxException {
        return scripts.run(TO_START, Map.of(), new Cancellation(), "in-order.sh", List.of(directory.toString()))
                .succeeded();
    }

    Scripts.Result run(String script, List<String> arguments) {
        try {
            Scripts.Result result =
                    scripts.run(TO_START, Map.of("OWNER", OWNER), new Cancellation(), script, arguments);
            if (!result.succeeded()) {
                throw new AssertionError(script + " ended with " + result.status() + ": " + result.reason());
            }
            return result;
        } catch (IOException | SandboxException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private void remove() throws IOException {
        run("down.sh", List.of(directory.toString()));
        taken.close();
    }

    @Override
    public void close() {
        try {
            if (BUILD.isPresent()) {
                taken.close();
            } else {
                remove();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
