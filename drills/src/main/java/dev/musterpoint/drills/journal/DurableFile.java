package dev.musterpoint.drills.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Whole files that are there completely or not at all, whatever happens while they are written. */
public final class DurableFile {
    private DurableFile() {}

    /** Writes {@code bytes} to a neighbour, forces it to disk, and moves it into place. */
    public static void write(Path file, byte[] bytes) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory(file.getParent());
        } catch (AtomicMoveNotSupportedException e) {
            discard(draft);
            throw new UncheckedIOException(file + ": this file system cannot rename at once; use a local disk", e);
        } catch (IOException e) {
            discard(draft);
            throw new UncheckedIOException("cannot write " + file + ": " + reason(e), e);
        }
    }

    /** Half a file helps nobody, and on a full disk it takes the room that others need. */
    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException ignored) {
            // The failure to write is what is reported.
        }
    }

    /** Makes the directory's entries durable, so that a new file is found again after a power cut. */
    public static void forceDirectory(Path directory) throws IOException {
        boolean interrupted = false;
        try {
            while (!forced(directory)) {
                interrupted = Thread.interrupted() || interrupted;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A directory can be opened as a channel only, and an interrupt closes a channel in the middle of its work. */
    private static boolean forced(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    /** What the operating system said, without the file's name in front. */
    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
