package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.journal.Manifest.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Writes and reads the manifest of a run. Each revision is kept: {@code manifest.json} is the newest. */
public final class Seal {
    private static final JsonCodec<Manifest> CODEC = JsonCodec.document(Manifest.class);

    private Seal() {}

    /**
     * Hashes every file of the run and writes the next revision of its manifest.
     *
     * @return SHA-256 of the manifest's bytes
     */
    public static String write(RunDirectory run, String sealedBy, Instant at) {
        ChainSummary journal = ChainSummary.of(run.journal());
        ChainSummary recovery = ChainSummary.of(run.recovery());
        int revision = run.isSealed() ? read(run).revision() + 1 : 1;
        String previous = run.isSealed() ? Digests.of(run.manifest()) : "";
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                revision,
                previous,
                run.runId(),
                sealedBy,
                at,
                journal.head(),
                journal.lines(),
                recovery.lines() == 0 ? "" : recovery.head(),
                recovery.lines(),
                parts(run),
                "");
        byte[] bytes = encode(manifest.withSelf(Digests.of(encode(manifest))));
        keepFormer(run, revision);
        makeDirectory(run.manifest().getParent());
        DurableFile.write(run.manifest(), bytes);
        return Digests.of(bytes);
    }

    private static List<Part> parts(RunDirectory run) {
        return run.files().stream()
                .map(name -> part(run.path().resolve(name), name))
                .toList();
    }

    private static Part part(Path file, String name) {
        try {
            return new Part(name, Digests.of(file), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void keepFormer(RunDirectory run, int revision) {
        if (revision > 1) {
            try {
                // Written over when it is there: an earlier attempt to seal got this far and no further.
                DurableFile.write(former(run, revision - 1), Files.readAllBytes(run.manifest()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep the former manifest of " + run.path(), e);
            }
        }
    }

    /** Where a former revision of the manifest is kept. */
    public static Path former(RunDirectory run, int revision) {
        return run.manifest().resolveSibling("manifest-" + revision + ".json");
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory + ": " + DurableFile.reason(e), e);
        }
    }

    /** The newest manifest. @throws UncheckedIOException when there is none */
    public static Manifest read(RunDirectory run) {
        return read(run.manifest());
    }

    /** A manifest from its file. */
    public static Manifest read(Path file) {
        try {
            return CODEC.decode(Files.readAllBytes(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Whether {@code bytes} are exactly what writing {@code manifest} gives, and its own digest is right. */
    public static boolean isSelfConsistent(Manifest manifest, byte[] bytes) {
        return Arrays.equals(bytes, encode(manifest))
                && manifest.self().equals(Digests.of(encode(manifest.withSelf(""))));
    }

    private static byte[] encode(Manifest manifest) {
        byte[] json = CODEC.encode(manifest);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
