package dev.musterpoint.drills.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that only grows. Not a {@code FileChannel}, for that one is closed for everybody when one thread is interrupted
 * while it writes: a probe given up or a worker shut down would end the journal of a run that is still to be undone.
 */
final class AppendFile implements AutoCloseable {
    private final FileOutputStream out;

    private AppendFile(FileOutputStream out) {
        this.out = out;
    }

    /** Makes the file. @throws java.nio.file.FileAlreadyExistsException when there is one */
    static AppendFile create(Path file) throws IOException {
        Files.createFile(file);
        return open(file);
    }

    /** Opens the file at its end, and makes it if there is none. */
    static AppendFile open(Path file) throws IOException {
        return new AppendFile(new FileOutputStream(file.toFile(), true));
    }

    void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
    }

    /** What was written is on disk when this returns. */
    void force() throws IOException {
        out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
