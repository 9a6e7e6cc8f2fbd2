package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import dev.musterpoint.sandbox.kind.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Directories that are made once and then only read. An entry appears whole, by a rename, or not at all; a file lock keeps
 * two processes from making the same one, and ends with its process, so what a killed maker left is made again.
 */
final class Cache {
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path root;

    Cache(Path root) {
        this.root = root;
    }

    /** {@code $XDG_CACHE_HOME/musterpoint}, or {@code ~/.cache/musterpoint}. */
    static Cache ofUser() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return new Cache(base.resolve("musterpoint"));
    }

    /** The entry {@code name}, made by {@code maker} if it is not there yet. */
    Path get(String name, Maker maker) throws IOException, SandboxException {
        Path entry = root.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        Files.createDirectories(root);
        // A file lock is the whole process's, so threads of one process need a lock of their own.
        synchronized (IN_THIS_PROCESS) {
            make(entry, maker);
        }
        return entry;
    }

    private void make(Path entry, Maker maker) throws IOException, SandboxException {
        Path lockFile = root.resolve(entry.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid() || Files.isDirectory(entry)) {
                return;
            }
            Path partial = root.resolve(entry.getFileName() + ".partial");
            Trees.delete(partial);
            Trees.createPrivate(partial);
            maker.make(partial);
            Files.move(partial, entry, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Fills an empty directory. */
    @FunctionalInterface
    interface Maker {
        void make(Path directory) throws IOException, SandboxException;
    }
}
