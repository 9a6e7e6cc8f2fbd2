package dev.musterpoint.bench.mishap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands before the API server of a cluster of the testbed, with its certificate, and answers as it does, or with errors, or
 * late, or not at all, or not to the end.
 */
final class HostileApi implements AutoCloseable {
    private static final int WRONG = 500;

    private final HttpClient http;
    private final String server;
    private final HttpsServer front;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicInteger failing = new AtomicInteger();
    private volatile Duration late = Duration.ZERO;
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private volatile boolean speaksFirst;

    /** @param cluster its directory @param server host and port of the API server */
    HostileApi(Path cluster, String server) throws IOException, GeneralSecurityException {
        this.http = HttpClient.newBuilder()
                .sslContext(ClusterApi.trusting(cluster.resolve("pki/ca.crt")))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.server = "https://" + server;
        front = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setHttpsConfigurator(new HttpsConfigurator(being(cluster)));
        front.setExecutor(workers);
        front.createContext("/", this::answer);
        front.start();
    }

    private static SSLContext being(Path cluster) throws IOException, GeneralSecurityException {
        String pem = Files.readString(cluster.resolve("pki/apiserver.key"));
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        PrivateKey secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream certificate = Files.newInputStream(cluster.resolve("pki/apiserver.crt"))) {
            Certificate shown = CertificateFactory.getInstance("X.509").generateCertificate(certificate);
            store.setKeyEntry("api", secret, new char[0], new Certificate[] {shown});
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    String address() {
        return "127.0.0.1:" + front.getAddress().getPort();
    }

    /** From now on the next so many changes of nodes are answered with 500, and not made. */
    void fail(int changes) {
        failing.set(changes);
    }

    /** From now on every answer comes so much later. */
    void delay(Duration by) {
        late = by;
    }

    /** From now on nobody gets an answer, whoever is connected. */
    void fallSilent() {
        silence = new CountDownLatch(1);
    }

    /** From now on answers begin, and go no further. */
    void fallSilentInAnswers() {
        speaksFirst = true;
        fallSilent();
    }

    /** Answers again; who asked meanwhile never hears anything but the end of the connection. */
    void speakAgain() {
        silence.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            CountDownLatch now = silence;
            if (now.getCount() > 0) {
                beSilent(exchange, now);
                return;
            }
            LockSupport.parkNanos(late.toNanos());
            boolean changes = exchange.getRequestMethod().equals("PUT");
            if (changes && failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                say(exchange, WRONG, "this server is not well".getBytes(StandardCharsets.UTF_8));
            } else {
                pass(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void beSilent(HttpExchange exchange, CountDownLatch over) throws IOException, InterruptedException {
        if (speaksFirst) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"kind\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        over.await();
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String name : List.of("Authorization", "Content-Type", "Accept")) {
            List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
            values.forEach(value -> request.header(name, value));
        }
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        response.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                .set("Content-Type", type));
        say(exchange, response.statusCode(), response.body());
    }

    private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        speakAgain();
        front.stop(0);
        workers.shutdownNow();
    }
}
