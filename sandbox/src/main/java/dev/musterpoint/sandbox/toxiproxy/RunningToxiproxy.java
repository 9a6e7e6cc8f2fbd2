package dev.musterpoint.sandbox.toxiproxy;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.sandbox.kind.SandboxException;
import dev.musterpoint.sandbox.postgres.Launcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Toxiproxy of a sandbox. Its process bears the sandbox's owner mark, by which it is found and ended with the rest.
 *
 * @param port of its admin API, on loopback
 */
record RunningToxiproxy(long pid, int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 5;
    private static final String HOST = "127.0.0.1";

    /**
     * Starts it and returns once it answers.
     *
     * @param directory where its configuration and its log go
     */
    static RunningToxiproxy start(
            Path program,
            String mark,
            Path directory,
            List<ProxySpec> proxies,
            RunClock clock,
            Cancellation cancellation)
            throws IOException, SandboxException {
        Path config = directory.resolve("toxiproxy.json");
        Path log = directory.resolve("toxiproxy.log");
        Files.write(config, JsonCodec.document(ProxySpec[].class).encode(proxies.toArray(ProxySpec[]::new)));
        int port = freePort();
        Process process = new Launcher(mark)
                .start(
                        program,
                        List.of("-host", HOST, "-port", Integer.toString(port), "-config", config.toString()),
                        log);
        awaitPorts(process, port, proxies, log, clock, cancellation);
        return new RunningToxiproxy(process.pid(), port);
    }

    /** A port that nobody listens on at the moment. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://" + HOST + ":" + port;
    }

    /** The proxies are made before the API listens, but each begins to listen by itself. */
    private static void awaitPorts(
            Process process, int api, List<ProxySpec> proxies, Path log, RunClock clock, Cancellation cancellation)
            throws IOException, SandboxException {
        Moment latest = clock.now().plus(PATIENCE);
        while (!listens(api)) {
            cancellation.throwIfCancelled();
            if (clock.now().isAfter(latest) || ended(process)) {
                throw new SandboxException("toxiproxy-server did not begin to listen on port " + api + " for "
                        + proxies.size() + " proxies; see " + log);
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ended(Process process) throws SandboxException {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while toxiproxy-server was starting", e);
        }
    }
}
