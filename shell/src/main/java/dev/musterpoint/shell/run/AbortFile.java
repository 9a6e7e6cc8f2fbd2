package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.engine.AbortSwitch.AbortRequest;
import dev.musterpoint.drills.journal.DurableFile;
import dev.musterpoint.drills.journal.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** How another process asks a run to stop: a file in its directory. */
final class AbortFile {
    private static final JsonCodec<AbortRequest> CODEC = JsonCodec.document(AbortRequest.class);

    private AbortFile() {}

    static void write(RunDirectory run, AbortRequest request) {
        DurableFile.write(run.abort(), CODEC.encode(request));
    }

    /** The request, if there is one. One that cannot be read still means: stop. */
    static Optional<AbortRequest> read(RunDirectory run) {
        if (!Files.exists(run.abort())) {
            return Optional.empty();
        }
        try {
            return Optional.of(CODEC.decode(Files.readAllBytes(run.abort()), "abort.json"));
        } catch (IOException | RuntimeException e) {
            return Optional.of(new AbortRequest("another process", "an abort request that cannot be read"));
        }
    }
}
