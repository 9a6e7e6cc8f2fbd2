package dev.musterpoint.bench.mishap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** A tiny service that requests break and mend, and that also answers only while {@code behind} is well. */
final class Front implements AutoCloseable {
    private static final int THREADS = 4;

    private final BooleanSupplier behind;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;
    private volatile boolean broken;

    Front(BooleanSupplier behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = status(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int status(String path) {
        switch (path) {
            case "/break" -> broken = true;
            case "/mend" -> broken = false;
            case "/broken" -> {
                return broken ? 200 : 404;
            }
            case "/whole" -> {
                return broken ? 404 : 200;
            }
            default -> {
                return broken || !behind.getAsBoolean() ? 500 : 200;
            }
        }
        return 200;
    }

    int port() {
        return server.getAddress().getPort();
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
