package dev.musterpoint.connections.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Durations.ONE_MINUTE;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebClientTests {
    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestMethod() + " " + path + " " + body
                + exchange.getRequestHeaders().getOrDefault("X-Token", List.of()));
        if (path.equals("/never")) {
            await();
        }
        if (path.equals("/elsewhere")) {
            exchange.getResponseHeaders().add("Location", "/ok");
        }
        byte[] bytes = (path.equals("/large") ? "x".repeat(1_000_000) : "it is " + path + " s3cret-token")
                .getBytes(StandardCharsets.UTF_8);
        int status = Map.of("/missing", 404, "/elsewhere", 302).getOrDefault(path, 200);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebRequest request(String path, Map<String, Object> more) {
        Map<String, Object> params = new HashMap<>(more);
        params.put("url", "http://127.0.0.1:" + server.getAddress().getPort() + path);
        return WebRequest.of(new Params(params));
    }

    private static WebAnswer send(WebRequest request) throws Exception {
        return new WebClient(new Redactor()).send(request, new Cancellation());
    }

    @Test
    void sendsWhatTheRequestSays() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "s3cret-token");
        WebAnswer answer = send(request(
                "/ok",
                Map.of(
                        "method",
                        "POST",
                        "body",
                        "{\"enabled\":false}",
                        "headers",
                        Map.of("X-Token", Map.of("file", token.toString())))));

        assertThat(seen).containsExactly("POST /ok {\"enabled\":false}[s3cret-token]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("it is /ok [redacted]");
        assertThat(answer.expected()).isTrue();
        assertThat(answer.summary()).isEqualTo("status 200: it is /ok [redacted]");
    }

    @Test
    void tellsWhetherTheAnswerIsAsExpected() throws Exception {
        assertThat(send(request("/missing", Map.of())).expected()).isFalse();
        assertThat(send(request("/missing", Map.of("expectStatus", 404))).expected())
                .isTrue();
        assertThat(send(request("/ok", Map.of("expectStatus", 404))).expected()).isFalse();
        assertThat(send(request("/ok", Map.of("expectBody", "is /ok"))).expected())
                .isTrue();
        assertThat(send(request("/ok", Map.of("expectBody", "is not"))).expected())
                .isFalse();
    }

    @Test
    void followsNoRedirectToAHostThatNobodyAllowed() throws Exception {
        assertThat(send(request("/elsewhere", Map.of())).status()).isEqualTo(302);
        assertThat(seen).hasSize(1);
    }

    @Test
    void keepsTheBeginningOfALargeAnswer() throws Exception {
        assertThat(send(request("/large", Map.of())).body()).hasSize(64 * 1024);
    }

    @Test
    void givesUpWhenTheTimeIsUp() {
        assertThatThrownBy(() -> send(request("/never", Map.of("timeout", "200ms"))))
                .isInstanceOfAny(TimeoutException.class, IOException.class)
                .hasMessageContaining("GET http://127.0.0.1:");
    }

    @Test
    void givesUpWhenItIsNoLongerWanted() {
        Cancellation cancellation = new Cancellation();
        threads.execute(() -> {
            Awaitility.await().atMost(ONE_MINUTE).until(() -> !seen.isEmpty());
            cancellation.cancel();
        });

        assertThatThrownBy(() -> new WebClient(new Redactor()).send(request("/never", Map.of()), cancellation))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void saysWhoCannotBeReached() {
        WebRequest request = request("/path", Map.of());
        server.stop(0);

        assertThatThrownBy(() -> send(request))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("GET " + request.url().uri());
    }
}
