package dev.musterpoint.verifiers.probe.link;

import java.time.Duration;

/** One connection to a server. Used by one thread at a time; only {@link #abort} comes from others, at any time. */
public interface Link {
    /** Connects; each wait in it takes at most {@code timeout}. */
    void open(Duration timeout) throws Exception;

    /** Whether a client would put it back into its pool after what was last done with it. */
    boolean isReusable();

    /** Breaks off whatever waits on it. */
    void abort();

    void close();
}
