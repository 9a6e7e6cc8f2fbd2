package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.evidence.Evidence.TailRepaired;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Cuts off what a crash left of a last line. Only a line without its end is torn: lines are forced to disk whole, so
 * nothing that was ever acknowledged is lost. The cut bytes are kept beside the file, and the cut is for the caller to
 * journal.
 */
public final class TornTail {
    private TornTail() {}

    /** Repairs {@code name} below {@code directory}; empty when there was nothing to repair. */
    public static Optional<TailRepaired> repair(Path directory, String name) {
        Path file = directory.resolve(name);
        byte[][] tail = {null};
        Lines.of(file, (number, line, complete) -> tail[0] = complete ? null : line);
        if (tail[0] == null) {
            return Optional.empty();
        }
        String keptIn = name + ".torn";
        DurableFile.write(directory.resolve(keptIn), tail[0]);
        cut(file, tail[0].length);
        return Optional.of(new TailRepaired(name, tail[0].length, keptIn));
    }

    private static void cut(Path file, int bytes) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            long size = open.length();
            open.seek(size - 1);
            if (open.read() == '\n') {
                throw new IOException("it was completed by somebody else meanwhile");
            }
            open.setLength(size - bytes);
            open.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot repair " + file + ": " + DurableFile.reason(e), e);
        }
    }
}
