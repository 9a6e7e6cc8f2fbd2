package dev.musterpoint.bench.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/** A service that repeats every credential it was ever sent, in every form, and breaks and mends on request. */
final class TalkativeServer implements AutoCloseable {
    private static final List<String> CREDENTIALS = List.of("Authorization", "X-Api-Key", "Cookie");

    private final HttpServer server;
    private final Set<String> heard = new LinkedHashSet<>();
    private boolean broken;
    private boolean told;
    private int breaks;

    TalkativeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = answer(exchange.getRequestURI().getPath(), exchange).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Served-For", "somebody");
        exchange.sendResponseHeaders(status(exchange.getRequestURI().getPath()), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized String answer(String path, HttpExchange exchange) {
        for (String header : CREDENTIALS) {
            exchange.getRequestHeaders().getOrDefault(header, List.of()).forEach(this::hear);
        }
        if (path.equals("/break") || path.equals("/mend")) {
            broken = path.equals("/break");
            breaks += broken ? 1 : 0;
        }
        told = true;
        StringBuilder said = new StringBuilder();
        heard.forEach(
                secret -> said.append(String.join("\n", Plants.forms(secret))).append('\n'));
        return said.toString();
    }

    private void hear(String value) {
        String secret = value.substring(value.lastIndexOf(' ') + 1);
        if (value.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
            secret = pair.substring(pair.indexOf(':') + 1);
        }
        heard.add(secret);
    }

    private synchronized int status(String path) {
        return switch (path) {
            case "/shop" -> broken ? 500 : 200;
            case "/broken" -> broken ? 200 : 404;
            default -> 200;
        };
    }

    /** How often it was broken. */
    synchronized int breaks() {
        return breaks;
    }

    synchronized boolean hasTold() {
        return told && !heard.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
