package dev.musterpoint.verifiers.effect.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What no real cluster can be made to do at the right moment: a node that is cut off in the middle of an answer. */
@Timeout(60)
class ZoneWatchTests {
    private static final String NODE = "{\"metadata\": {\"name\": \"node-b1\"},"
            + " \"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]}}";
    private static final String AGENT = "{\"metadata\": {\"name\": \"agent\", \"namespace\": \"shop\"},"
            + " \"spec\": {\"nodeName\": \"node-b1\"}, \"status\": {\"phase\": \"Running\"}}";
    private static final Map<String, String> ANSWERS = Map.of(
            "/api/v1/nodes", "{\"kind\": \"NodeList\", \"apiVersion\": \"v1\", \"items\": [" + NODE + "]}",
            "/api/v1/nodes/node-b1", NODE,
            "/api/v1/namespaces/shop/pods",
                    "{\"kind\": \"PodList\", \"apiVersion\": \"v1\", \"items\": [" + AGENT + "]}");

    @TempDir
    Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String answer = ANSWERS.get(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write((answer == null ? "half a li" : answer).getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        if (answer == null) {
            await();
        }
        exchange.close();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ClusterAccess access() throws IOException {
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

    @Test
    void aNodeThatFallsSilentInTheMiddleOfAnAnswerIsCutOff() throws Exception {
        ZoneWatch.Sought sought = new ZoneWatch.Sought(List.of("node-b1"), "shop", Map.of("of", "run"));
        ZoneWatch watch = new ZoneWatch(access(), new Redactor(), sought);
        Reading expected = new Reading(true, "node-b1 does not answer the API server, which answers us");
        assertThat(watch.read()).isEqualTo(expected);
        assertThat(watch.read()).as("a second time").isEqualTo(expected);
        watch.close();
    }
}
