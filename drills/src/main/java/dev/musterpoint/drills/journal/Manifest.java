package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.spec.Checks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a sealed run consists of, so that a cut tail, a lost report or a swapped file shows.
 *
 * @param revision      1 for the first seal; each later addition makes a new one
 * @param previous      digest of the former revision's bytes; empty for the first
 * @param sealedBy      who sealed it: {@code runner}, {@code watchdog}, {@code recover}
 * @param journalHead   SHA-256 of the journal's last line
 * @param recoveryHead  SHA-256 of the recovery chain's last line; empty where there is none
 * @param self          SHA-256 of this manifest's own bytes with this field empty: a flipped byte shows without any other file
 */
public record Manifest(
        String format,
        int revision,
        String previous,
        String runId,
        String sealedBy,
        Instant sealedAt,
        String journalHead,
        long journalLines,
        String recoveryHead,
        long recoveryLines,
        List<Part> parts,
        String self) {
    public static final String FORMAT = "musterpoint.dev/manifest/v1";

    public Manifest {
        Checks.text(format, "format");
        Checks.atLeast(revision, 1, "revision");
        Objects.requireNonNull(previous);
        Checks.text(runId, "runId");
        Checks.text(sealedBy, "sealedBy");
        Objects.requireNonNull(sealedAt);
        Objects.requireNonNull(journalHead);
        Objects.requireNonNull(recoveryHead);
        parts = List.copyOf(parts);
        Objects.requireNonNull(self);
    }

    /** One file of the run. {@code path} is relative to its directory. */
    public record Part(String path, String sha256, long bytes) {}

    Manifest withSelf(String digest) {
        return new Manifest(
                format,
                revision,
                previous,
                runId,
                sealedBy,
                sealedAt,
                journalHead,
                journalLines,
                recoveryHead,
                recoveryLines,
                parts,
                digest);
    }
}
