package dev.musterpoint.connections.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gives up answers that begin and do not end. The timeout of a JDK client's request ends with the answer's headers (JDK-8208693),
 * so a server, or a node behind it, that falls silent in the middle of an answer would be waited for until the end of time.
 */
final class AnswerLimit implements Interceptor {
    private final Duration longest;

    /** @param longest from the headers to the end of the body */
    AnswerLimit(Duration longest) {
        this.longest = longest;
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        if (response.body() instanceof AsyncBody body) {
            CompletableFuture<Void> late =
                    new CompletableFuture<Void>().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
            late.exceptionally(error -> {
                body.done().completeExceptionally(new HttpTimeoutException("its answer began and did not end"));
                body.cancel();
                return null;
            });
            body.done().whenComplete((done, error) -> late.complete(null));
        }
    }
}
