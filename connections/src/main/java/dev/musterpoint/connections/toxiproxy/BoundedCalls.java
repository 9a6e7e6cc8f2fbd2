package dev.musterpoint.connections.toxiproxy;

import dev.musterpoint.drills.spec.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives up waiting for calls that know no timeout of their own, as those of the client library do. One that is given up
 * may still arrive, so only what does no harm late is called by this: reading, and removing what is ours.
 */
final class BoundedCalls {
    private static final ExecutorService CALLERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "muster-toxiproxy");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration patience;

    BoundedCalls(Duration patience) {
        this.patience = patience;
    }

    /**
     * Makes a call and waits for its answer.
     *
     * @param what the call in words, for the error
     */
    <T> T make(String what, Callable<T> call) throws IOException {
        Future<T> answer = CALLERS.submit(call);
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(what + " was not answered within " + Durations.format(patience), e);
        } catch (ExecutionException e) {
            throw new IOException(what + " failed: " + reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(what + " was interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
