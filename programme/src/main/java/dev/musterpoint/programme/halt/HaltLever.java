package dev.musterpoint.programme.halt;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.journal.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The lever that stops all drills of one runs directory: the file {@code halt} in it. It is engaged by being there,
 * whatever it holds, so that in need {@code touch runs/halt} does it too.
 */
public final class HaltLever {
    private static final String FILE = "halt";
    private static final JsonCodec<Halt> CODEC = JsonCodec.document(Halt.class);

    private final Path file;

    /** @param runs the directory that holds the runs; it need not exist */
    public HaltLever(Path runs) {
        this.file = runs.resolve(FILE);
    }

    /** Engages the lever; a reason given before is replaced. @throws UncheckedIOException when it cannot be written */
    public Halt engage(String reason, String by, Instant at) {
        Halt halt = new Halt(reason, by, at);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("the lever cannot be engaged: " + file.getParent() + " cannot be made", e);
        }
        DurableFile.write(file, CODEC.encode(halt));
        return halt;
    }

    /** Releases the lever. @return whether it was engaged */
    public boolean release() {
        try {
            boolean was = Files.deleteIfExists(file);
            if (was) {
                DurableFile.forceDirectory(file.getParent());
            }
            return was;
        } catch (IOException e) {
            throw new UncheckedIOException("the lever cannot be released: remove " + file, e);
        }
    }

    /**
     * Looks at the lever.
     *
     * @return empty when it is not engaged
     * @throws UncheckedIOException when that cannot be seen; before an injection this counts as engaged
     */
    public Optional<Halt> engaged() {
        try {
            return Optional.of(read());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the halt lever " + file + " cannot be read", e);
        }
    }

    private Halt read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return CODEC.decode(bytes, FILE);
        } catch (EvidenceFormatException byHand) {
            return new Halt(
                    "no reason given: " + FILE + " was not written by 'halt engage'",
                    "somebody",
                    Files.getLastModifiedTime(file).toInstant());
        }
    }
}
