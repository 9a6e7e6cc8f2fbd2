package dev.musterpoint.verifiers.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Probe.Answer;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpProbeTests {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/", exchange -> answer(exchange, 200, "{\"status\":{\"db\":\"up\"}}"));
        server.createContext("/down", exchange -> answer(exchange, 503, "down"));
        server.createContext("/moved", exchange -> redirect(exchange, "/there?now=1"));
        server.createContext("/round", exchange -> redirect(exchange, "/round"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.getResponseHeaders().add("X-Instance", "web-3");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        answer(exchange, 302, "elsewhere");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void namesTheAnsweringServer() throws Exception {
        assertThat(Probes.ask(url("/"), Map.of("identity", Map.of("header", "X-Instance"))))
                .isEqualTo(Answer.correct("web-3"));
        assertThat(Probes.ask(url("/"), Map.of())).isEqualTo(Answer.correct(""));
    }

    @Test
    void sendsMethodQueryAndBody() throws Exception {
        assertThat(Probes.ask(url("/order?id=7"), Map.of("method", "POST", "body", "größer"))
                        .correct())
                .isTrue();

        assertThat(seen).containsExactly("POST /order?id=7 größer null");
    }

    @Test
    void judgesTheStatus() throws Exception {
        assertThat(Probes.ask(url("/down"), Map.of())).isEqualTo(Answer.wrong("status 503, not 200-299", ""));
        assertThat(Probes.ask(url("/down"), Map.of("expect", Map.of("status", List.of("200", "500-503"))))
                        .correct())
                .isTrue();
    }

    @Test
    void judgesTheBody() throws Exception {
        assertThat(body(Map.of("pointer", "/status/db", "equals", "up"))).isEmpty();
        assertThat(body(Map.of("pointer", "/status/db"))).isEmpty();
        assertThat(body(Map.of("contains", "\"up\""))).isEmpty();
        assertThat(body(Map.of("pointer", "/status/db", "equals", "down")))
                .isEqualTo("/status/db of the body is 'up', not 'down'");
        assertThat(body(Map.of("pointer", "/status/cache"))).isEqualTo("nothing stands at /status/cache of the body");
        assertThat(body(Map.of("contains", "never"))).isEqualTo("the body does not contain 'never'");
    }

    private String body(Map<String, Object> expected) throws Exception {
        return Probes.ask(url("/"), Map.of("expect", Map.of("body", expected))).detail();
    }

    @Test
    void callsABodyThatIsNoJsonWrong() throws Exception {
        Map<String, Object> expect =
                Map.of("status", List.of("503"), "body", Map.of("pointer", "/status", "equals", "up"));

        assertThat(Probes.ask(url("/down"), Map.of("expect", expect)).detail())
                .isEqualTo("the body cannot be read: it is no JSON");
    }

    @Test
    void judgesHeaders() throws Exception {
        assertThat(Probes.ask(url("/"), Map.of("expect", Map.of("header", Map.of("x-instance", "web-3"))))
                        .correct())
                .isTrue();
        assertThat(Probes.ask(url("/"), Map.of("expect", Map.of("header", Map.of("X-Zone", "a"))))
                        .detail())
                .isEqualTo("header X-Zone is missing, not 'a'");
    }

    @Test
    void takesARedirectForAnAnswerUnlessToldToFollow() throws Exception {
        assertThat(Probes.ask(url("/moved"), Map.of()).detail()).isEqualTo("status 302, not 200-299");

        assertThat(Probes.ask(url("/moved"), Map.of("redirects", "follow", "method", "POST", "body", "x"))
                        .correct())
                .isTrue();
        assertThat(seen).endsWith("GET /there?now=1  null");
    }

    @Test
    void followsNoMoreThanFiveRedirects() throws Exception {
        assertThat(Probes.ask(url("/round"), Map.of("redirects", "follow")).detail())
                .isEqualTo("more than 5 redirects");
        assertThat(seen).hasSize(6);
    }

    @Test
    void readsSecretsAndMakesThemKnownToTheRedactor(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "Bearer hush-hush\n");
        Redactor redactor = new Redactor();
        Map<String, Object> headers = Map.of("Authorization", Map.of("file", file.toString()));
        try (Probe probe = Probes.of(url("/"), Map.of("headers", headers), redactor)) {
            Probes.ask(probe);
        }

        assertThat(seen).containsExactly("GET /  Bearer hush-hush");
        assertThat(redactor.redact("sent Bearer hush-hush")).isEqualTo("sent [redacted]");
    }

    @Test
    void tellsNoOtherServerItsSecrets(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "hush-hush");
        try (RawServer elsewhere = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            server.createContext("/away", exchange -> redirect(exchange, elsewhere.url()));
            Map<String, Object> headers = Map.of("X-Custom", Map.of("file", file.toString()), "X-Open", "yes");

            Probes.ask(url("/away"), Map.of("redirects", "follow", "headers", headers));

            assertThat(elsewhere.requests().get(0)).contains("X-Open: yes").doesNotContain("hush-hush");
        }
    }

    @Test
    void failsWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> Probes.ask("http://127.0.0.1:" + port + "/", Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void saysWhenANameHasNoAddress() {
        assertThatThrownBy(() -> Probes.ask("http://nowhere.invalid/", Map.of()))
                .hasMessage("nowhere.invalid has no address");
    }
}
