package dev.musterpoint.drills.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the log of all attempts.
 *
 * @param event          {@code created} or {@code sealed}
 * @param summary        when sealed: outcome, verdict and clean-up in three words
 * @param manifestDigest when sealed: SHA-256 of the manifest's bytes
 */
public record ProgrammeEntry(
        long seq,
        String prev,
        Instant at,
        String event,
        String runId,
        String drill,
        String planDigest,
        String summary,
        String manifestDigest) {
    public static final String CREATED = "created";
    public static final String SEALED = "sealed";
    /** An attempt that did not become a run; {@code summary} says why, {@code runId} is empty. */
    public static final String REFUSED = "refused";

    public ProgrammeEntry {
        Objects.requireNonNull(prev);
        Objects.requireNonNull(at);
        Objects.requireNonNull(event);
        Objects.requireNonNull(runId);
        Objects.requireNonNull(drill);
        Objects.requireNonNull(planDigest);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(manifestDigest);
    }
}
