package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts servers and waits for them. */
final class ServerStarter {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 5;
    private static final int PORT_ATTEMPTS = 5;
    /** The line of {@code postmaster.pid} that holds the server's state. */
    private static final int STATUS_LINE = 7;

    private final Launcher launcher;
    private final Binaries binaries;
    private final PairDirectory directory;
    private final RunClock clock;
    private final Cancellation cancellation;

    ServerStarter(
            Launcher launcher, Binaries binaries, PairDirectory directory, RunClock clock, Cancellation cancellation) {
        this.launcher = launcher;
        this.binaries = binaries;
        this.directory = directory;
        this.clock = clock;
        this.cancellation = cancellation;
    }

    /**
     * Starts a member and waits until it accepts connections.
     *
     * @param started told of each process at once, before it is waited for
     */
    PostgresServer start(String member, ServerConfig config, Consumer<PostgresServer> started)
            throws IOException, SandboxException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            config.write(directory.data(member), port);
            PostgresServer server = launch(member, port);
            started.accept(server);
            if (isReady(server)) {
                return server;
            }
            // Between our asking for a free port and the server's taking it, somebody else may have.
            if (attempt == PORT_ATTEMPTS || !ServerLog.contains(directory.log(member), "Address already in use")) {
                throw new SandboxException(
                        "the " + member + " did not start: " + ServerLog.tail(directory.log(member)));
            }
            Files.move(directory.log(member), directory.path().resolve(member + ".log." + attempt));
        }
    }

    /** Starts a member on the port that it had. */
    PostgresServer startAgain(String member, ServerConfig config, int port) throws IOException, SandboxException {
        config.write(directory.data(member), port);
        PostgresServer server = launch(member, port);
        if (!isReady(server)) {
            throw new SandboxException(
                    "the " + member + " did not start again: " + ServerLog.tail(directory.log(member)));
        }
        return server;
    }

    private PostgresServer launch(String member, int port) throws SandboxException {
        cancellation.throwIfCancelled();
        List<String> arguments = List.of("-D", directory.data(member).toString());
        Process process = launcher.start(binaries.program("postgres"), arguments, directory.log(member));
        return PostgresServer.of(member, process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady(PostgresServer server) throws SandboxException {
        Path status = directory.data(server.member()).resolve("postmaster.pid");
        await("the " + server.member() + " to accept connections", server, () -> statusIsReady(status, server.pid()));
        return server.process().isAlive();
    }

    private static boolean statusIsReady(Path file, long pid) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() > STATUS_LINE
                    && lines.get(0).equals(Long.toString(pid))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until the standby receives the primary's stream. */
    void awaitStreaming(PostgresServer standby) throws SandboxException {
        Path log = directory.log(standby.member());
        await("the standby to stream", standby, () -> ServerLog.contains(log, "started streaming WAL from primary"));
        if (!standby.process().isAlive()) {
            throw new SandboxException("the standby ended before it streamed: " + ServerLog.tail(log));
        }
    }

    private void await(String what, PostgresServer server, BooleanSupplier condition) throws SandboxException {
        Moment latest = clock.now().plus(PATIENCE);
        while (server.process().isAlive() && !condition.getAsBoolean()) {
            cancellation.throwIfCancelled();
            if (clock.now().isAfter(latest)) {
                throw new SandboxException("waited " + Durations.format(PATIENCE) + " for " + what + ": "
                        + ServerLog.tail(directory.log(server.member())));
            }
            pause();
        }
    }

    private static void pause() throws SandboxException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while waiting for a server of the sandbox", e);
        }
    }
}
