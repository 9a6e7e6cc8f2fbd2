package dev.musterpoint.drills.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock that the owner of a run holds for as long as it lives; the kernel lets go of it when its process dies. A
 * process loses such a lock when it closes <em>any</em> handle on the file, so held locks are remembered here and a file
 * whose lock this process holds is never opened again.
 */
public final class RunLock implements AutoCloseable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock if nobody holds it. */
    public static Optional<RunLock> tryAcquire(Path lockFile) {
        return acquire(lockFile, FileChannel::tryLock);
    }

    /** Waits until the holder lets go or dies, and takes the lock. */
    public static RunLock acquire(Path lockFile) {
        return acquire(lockFile, FileChannel::lock)
                .orElseThrow(() -> new IllegalStateException(lockFile + " is held by this very process"));
    }

    private static Optional<RunLock> acquire(Path lockFile, Locking locking) {
        Path file = real(lockFile);
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = locking.lock(channel) != null;
            return locked ? Optional.of(new RunLock(file, channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + ": " + DurableFile.reason(e), e);
        } finally {
            if (!locked) {
                closeQuietly(channel);
                HELD.remove(file);
            }
        }
    }

    /** One name for a file, whatever links lead to it. */
    private static Path real(Path lockFile) {
        Path file = lockFile.toAbsolutePath().normalize();
        try {
            return file.getParent().toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            return file;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // Nothing was written through it, and the failure to lock is what is reported.
        }
    }

    /** Whether somebody holds the lock now. A file that is not there is held by nobody. */
    public static boolean isHeld(Path lockFile) {
        Path file = real(lockFile);
        if (HELD.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        Optional<RunLock> taken = tryAcquire(file);
        taken.ifPresent(RunLock::close);
        return taken.isEmpty();
    }

    /** Removes the lock file and lets go: the run is sealed, and nobody needs it again. */
    public void retire() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + file, e);
        } finally {
            HELD.remove(file);
        }
    }

    @FunctionalInterface
    private interface Locking {
        FileLock lock(FileChannel channel) throws IOException;
    }
}
