package dev.musterpoint.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Answers on a loopback port as a Kubernetes of one node and one pod would, for {@link Training} alone: its drill is to load the
 * classes that real ones need, whatever comes of it.
 */
final class StandInCluster implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String META = "\"metadata\": {\"name\": \"web\", \"namespace\": \"default\", \"uid\": \"1\","
            + " \"labels\": {\"app\": \"web\"}, \"creationTimestamp\": \"2026-01-01T00:00:00Z\"}";
    private static final String POD =
            "{" + META + ", \"spec\": {\"nodeName\": \"web\", \"containers\": [{\"name\": \"web\"}]},"
                    + " \"status\": {\"phase\": \"Running\", \"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}],"
                    + " \"containerStatuses\": [{\"name\": \"web\", \"ready\": true, \"state\": {\"running\": {}}}]}}";
    private static final String NODE = "{" + META + ", \"spec\": {},"
            + " \"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}], \"allocatable\": {\"cpu\": \"1\"}}}";
    private static final String NOTHING = "{\"apiVersion\": \"v1\", \"kind\": \"Status\", \"code\": 404}";

    private final HttpServer server;

    StandInCluster() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", StandInCluster::answer);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param folder where its kubeconfig is to be */
    Path kubeconfig(Path folder) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{ name: stand-in, cluster: { server: "http://%s" } }]
                users: [{ name: stand-in, user: { token: none } }]
                contexts: [{ name: stand-in, context: { cluster: stand-in, user: stand-in } }]
                current-context: stand-in
                """.formatted(address()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Optional<String> answer = answer(exchange.getRequestURI().getPath(), asked);
            byte[] bytes = answer.orElse(NOTHING).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.isPresent() ? OK : NOT_FOUND, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Optional<String> answer(String path, String asked) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return Optional.ofNullable(
                switch (last) {
                    case "selfsubjectaccessreviews" ->
                        asked.replaceFirst("\\}\\s*$", ", \"status\": {\"allowed\": true}}");
                    case "pods" -> list(POD);
                    case "nodes" -> list(NODE);
                    case "version" -> "{\"major\": \"1\", \"minor\": \"36\", \"gitVersion\": \"v1.36.0\"}";
                    case "web" ->
                        path.endsWith("/pods/web")
                                ? POD.replaceFirst("\\{", "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", ")
                                : null;
                    default -> null;
                });
    }

    private static String list(String item) {
        return "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"metadata\": {}, \"items\": [" + item + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
