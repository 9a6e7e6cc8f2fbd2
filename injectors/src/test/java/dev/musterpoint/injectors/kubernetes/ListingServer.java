package dev.musterpoint.injectors.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.connections.kubernetes.ClusterAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An API server that lists objects, page by page as it is asked to, and can do nothing else. */
final class ListingServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Listed> lists = new ConcurrentHashMap<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    private record Listed(int count, IntFunction<String> objects) {}

    ListingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Has {@code count} objects at {@code path}, each made when it is asked for. */
    ListingServer with(String path, int count, IntFunction<String> objects) {
        lists.put(path, new Listed(count, objects));
        return this;
    }

    /** What each request had to say, beside where it went ({@code path}). */
    List<Map<String, String>> asked(String path) {
        return asked.stream().filter(each -> each.get("path").equals(path)).toList();
    }

    ClusterAccess access(Path folder) throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: x, context: {cluster: c, user: u, namespace: shop}}]
                current-context: x
                """.formatted(url));
        return new ClusterAccess(kubeconfig.toString(), "x", url, "shop");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> question = question(exchange.getRequestURI());
        asked.add(question);
        byte[] body = page(question).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> question(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        Map<String, String> question = Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        question.put("path", uri.getPath());
        return question;
    }

    private String page(Map<String, String> question) {
        Listed list = lists.get(question.get("path"));
        int from = Integer.parseInt(question.getOrDefault("continue", "0"));
        int limit = Integer.parseInt(question.getOrDefault("limit", Integer.toString(Integer.MAX_VALUE)));
        int to = (int) Math.min(list.count(), (long) from + limit);
        return "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{"
                + (to < list.count() ? "\"continue\":\"" + to + "\"" : "")
                + "},\"items\":["
                + IntStream.range(from, to).mapToObj(list.objects()).collect(Collectors.joining(",")) + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
