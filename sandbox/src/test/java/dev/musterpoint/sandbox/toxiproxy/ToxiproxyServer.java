package dev.musterpoint.sandbox.toxiproxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a Toxiproxy of its own, on a free port, and ends it. Where there is none to be had the test is skipped
 * and the reason is printed; with {@code MUSTER_TESTBED=required} it fails. What an earlier run that crashed left behind
 * has another port and is in nobody's way.
 */
public final class ToxiproxyServer implements BeforeEachCallback, AfterEachCallback {
    private static final int TRIES = 500;
    private static final long POLL_MILLIS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private int port;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        close();
    }

    /** Starts the server; aborts the test with the reason, or fails it, where there is none to be had. */
    public ToxiproxyServer start() throws IOException, InterruptedException {
        Path program = assumeToxiproxy();
        port = freePort();
        process = new ProcessBuilder(program.toString(), "-host", "127.0.0.1", "-port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitPort();
        return this;
    }

    /** Where the program is; aborts the test with the reason, or fails it, where there is none to be had. */
    static Path assumeToxiproxy() throws IOException, InterruptedException {
        Optional<Path> program = ToxiproxyBinary.find();
        if (program.isEmpty()) {
            if ("required".equals(System.getenv("MUSTER_TESTBED"))) {
                throw new AssertionError(ToxiproxyProgram.MISSING);
            }
            Assumptions.abort("skipped: " + ToxiproxyProgram.MISSING);
        }
        return program.get();
    }

    private void awaitPort() throws IOException, InterruptedException {
        for (int i = 0; process.isAlive() && i < TRIES; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        throw new IOException("toxiproxy-server did not begin to listen on port " + port);
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where its API is. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Makes a proxy in front of a port of this machine. @return the port that it listens on */
    public int proxy(String name, int upstream) throws IOException, InterruptedException {
        int listen = freePort();
        send(
                "POST",
                "/proxies",
                "{\"name\": \"" + name + "\", \"listen\": \"127.0.0.1:" + listen + "\", \"upstream\": \"127.0.0.1:"
                        + upstream + "\", \"enabled\": true}");
        return listen;
    }

    /** Sends what a stranger would, who is no part of any drill. @return the answer's body */
    public String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** What the server says of a proxy, as it stands in its answer. */
    public String state(String proxy) throws IOException, InterruptedException {
        return send("GET", "/proxies/" + proxy, "");
    }

    /** Ends the server, if it runs. */
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }
}
