package dev.musterpoint.connections.http;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Sends requests. Follows no redirect: it would lead to hosts that nobody allowed. Thread-safe. */
public final class WebClient {
    private static final int MOST_KEPT = 64 * 1024;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Executor READERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "muster-http");
        thread.setDaemon(true);
        return thread;
    });

    private final Redactor redactor;

    public WebClient(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws IOException           when there is none
     * @throws TimeoutException      when there was none in time
     * @throws CancellationException when it was no longer wanted
     */
    public WebAnswer send(WebRequest request, Cancellation cancellation)
            throws IOException, InterruptedException, TimeoutException {
        cancellation.throwIfCancelled();
        AtomicReference<InputStream> body = new AtomicReference<>(InputStream.nullInputStream());
        CompletableFuture<HttpResponse<InputStream>> exchange =
                CLIENT.sendAsync(built(request), BodyHandlers.ofInputStream());
        CompletableFuture<WebAnswer> answer = exchange.thenApplyAsync(
                response -> {
                    body.set(response.body());
                    return read(request, response);
                },
                READERS);
        cancellation.onCancel(() -> answer.cancel(true));
        try {
            return answer.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException(
                    request.summary() + " was not answered within " + Durations.format(request.timeout()));
        } catch (ExecutionException e) {
            cancellation.throwIfCancelled();
            throw new IOException(request.summary() + " failed: " + reason(e.getCause()), e.getCause());
        } finally {
            // Whatever is still under way lets go of its connection.
            exchange.cancel(true);
            body.get().close();
        }
    }

    private HttpRequest built(WebRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.url().uri())
                .timeout(request.timeout())
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.resolved(redactor).forEach(builder::header);
        return builder.build();
    }

    private WebAnswer read(WebRequest request, HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            String body = new String(in.readNBytes(MOST_KEPT), StandardCharsets.UTF_8);
            int status = response.statusCode();
            boolean as = request.expectStatus().map(wanted -> wanted == status).orElse(status >= 200 && status < 300)
                    && body.contains(request.expectBody());
            return new WebAnswer(status, redactor.redact(body), as, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
