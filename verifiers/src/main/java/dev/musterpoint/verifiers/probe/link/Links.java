package dev.musterpoint.verifiers.probe.link;

import dev.musterpoint.drills.spi.Cancellation;
import java.time.Duration;

/** A client's way with connections. Thread-safe. */
public interface Links<L extends Link> extends AutoCloseable {
    /**
     * Does {@code work} on a connection. Cancelling breaks it off.
     *
     * @param timeout the longest wait for a connection
     */
    <T> T use(Duration timeout, Cancellation cancellation, Work<L, T> work) throws Exception;

    /** Closes what is not in use; what is, will be closed after its use. */
    @Override
    void close();

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<L, T> {
        T on(L link) throws Exception;
    }
}
