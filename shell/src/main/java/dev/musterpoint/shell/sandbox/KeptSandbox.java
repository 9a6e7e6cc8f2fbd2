package dev.musterpoint.shell.sandbox;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.journal.DurableFile;
import dev.musterpoint.drills.journal.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is written down of a sandbox that stays up, in a directory of its own.
 *
 * @param id       its name here, such as {@code postgres-pair-1}
 * @param sandbox  which sandbox it is
 * @param since    when it was asked for
 * @param keeper   the process that keeps it
 * @param guardian the process that removes it when the keeper is gone
 * @param facts    what it turned out to be; empty while it starts
 */
public record KeptSandbox(
        String id,
        String sandbox,
        Instant since,
        ProcessMark keeper,
        ProcessMark guardian,
        Optional<SystemFacts> facts) {
    private static final JsonCodec<KeptSandbox> CODEC = JsonCodec.document(KeptSandbox.class);
    private static final String FILE = "sandbox.json";

    public KeptSandbox {
        Objects.requireNonNull(id);
        Objects.requireNonNull(sandbox);
        Objects.requireNonNull(since);
        Objects.requireNonNull(keeper);
        Objects.requireNonNull(guardian);
        Objects.requireNonNull(facts);
    }

    KeptSandbox opened(SystemFacts found) {
        return new KeptSandbox(id, sandbox, since, keeper, guardian, Optional.of(found));
    }

    void write(RunDirectory directory) {
        DurableFile.write(directory.path().resolve(FILE), CODEC.encode(this));
    }

    /** Empty when nothing was written yet, or what was written is no longer there. */
    static Optional<KeptSandbox> read(RunDirectory directory) {
        Path file = directory.path().resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(CODEC.decode(Files.readAllBytes(file), file.toString()))
                    : Optional.empty();
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }
}
