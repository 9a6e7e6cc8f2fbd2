package dev.musterpoint.shell.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Checks of the places that runs and sandboxes are written to. */
final class Storage {
    private static final long MIB = 1L << 20;
    private static final long LEAST = 200 * MIB;
    private static final long COMFORTABLE = 1024 * MIB;
    /** File locks and renames cannot be relied on there. */
    private static final List<String> NETWORK = List.of("nfs", "cifs", "smb", "9p", "sshfs", "afs", "ceph");

    private Storage() {}

    static Check space(String name, Path directory) {
        Path there = existing(directory);
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String found = free / MIB + " MiB free in " + there;
            if (free < LEAST) {
                return Check.failed(name, found, "make room: evidence that cannot be written ends a drill");
            }
            return free < COMFORTABLE
                    ? Check.warning(name, found, "make room: a long drill writes some hundred MiB")
                    : Check.ok(name, found);
        } catch (IOException e) {
            return Check.failed(name, there + " cannot be read: " + e.getMessage(), "choose another directory");
        }
    }

    /** Whether files can be made there, on a disk of this machine. */
    static Check writable(String name, Path directory) {
        Path there = existing(directory);
        try {
            FileStore store = Files.getFileStore(there);
            Files.delete(Files.createTempFile(there, ".muster-doctor", ""));
            if (NETWORK.stream().anyMatch(store.type().toLowerCase(Locale.ROOT)::contains)) {
                return Check.failed(
                        name,
                        there + " is on a network file system (" + store.type() + ")",
                        "keep runs on a local disk: --runs, or MUSTER_RUNS");
            }
            return Check.ok(name, directory + " can be written (" + store.type() + ")");
        } catch (IOException e) {
            return Check.failed(
                    name,
                    there + " cannot be written: " + e.getMessage(),
                    "choose another with --runs or MUSTER_RUNS, or make it writable");
        }
    }

    /** The directory, or the nearest above it that is there. */
    private static Path existing(Path directory) {
        Path there = directory.toAbsolutePath();
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
