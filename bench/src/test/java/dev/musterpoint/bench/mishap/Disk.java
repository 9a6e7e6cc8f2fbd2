package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A small file system of its own, mounted for a test. That takes root: where it cannot be had the test is skipped and the
 * reason is printed, and with {@code MUSTER_TESTBED=required} it fails.
 */
final class Disk implements AutoCloseable {
    private final Path mount;
    private final Path image;

    private Disk(Path mount, Path image) {
        this.mount = mount;
        this.image = image;
    }

    /** One in memory that holds so much and no more. */
    static Disk ofMemory(Path directory, long bytes) throws IOException {
        Disk disk = new Disk(Files.createDirectory(directory.resolve("disk")), directory.resolve("none"));
        disk.mount("-t", "tmpfs", "-o", "size=" + bytes, "tmpfs");
        return disk;
    }

    /** One with a journal, in a file, which can fail as real ones do. */
    static Disk ofFile(Path directory) throws IOException {
        Disk disk = new Disk(Files.createDirectory(directory.resolve("disk")), directory.resolve("image"));
        need("/usr/bin/truncate", "-s", "32M", disk.image.toString());
        need("mkfs.ext4", "-q", disk.image.toString());
        disk.mount("-o", "loop", disk.image.toString());
        return disk;
    }

    private void mount(String... what) throws IOException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(what));
        command.add(mount.toString());
        need(command.toArray(String[]::new));
    }

    Path path() {
        return mount;
    }

    /** The bytes that are taken. */
    long used() throws IOException {
        return Files.getFileStore(mount).getTotalSpace()
                - Files.getFileStore(mount).getUnallocatedSpace();
    }

    /** Makes it hold more. */
    void grow(long bytes) throws IOException {
        must("mount", "-o", "remount,size=" + bytes, mount.toString());
    }

    void makeReadOnly() throws IOException {
        must("mount", "-o", "remount,ro", mount.toString());
    }

    /** What the kernel does when the device fails beneath open files: from now on nothing can be written. */
    void fail() throws IOException {
        must("mount", "-o", "remount,abort", mount.toString());
    }

    /** What a person does then: checks it, and mounts it anew. */
    void repair() throws IOException {
        must("umount", mount.toString());
        // Its exit code says what was mended; that it can be mounted says whether all was.
        said("e2fsck", "-fy", image.toString());
        mount("-o", "loop", image.toString());
    }

    /** A process that is on its way out may hold it for a moment; lazily it goes once nobody does. */
    @Override
    public void close() throws IOException {
        must("umount", "-l", mount.toString());
    }

    private static void need(String... command) throws IOException {
        String wrong = said(command);
        if (!wrong.isEmpty()) {
            String reason = "no file system can be mounted here: " + wrong;
            if ("required".equals(System.getenv("MUSTER_TESTBED"))) {
                throw new AssertionError(reason);
            }
            Assumptions.abort("skipped: " + reason);
        }
    }

    private static void must(String... command) throws IOException {
        String wrong = said(command);
        if (!wrong.isEmpty()) {
            throw new IOException(wrong);
        }
    }

    /** What a command complained of; empty when it succeeded. */
    private static String said(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.onExit().join().exitValue() == 0 ? "" : String.join(" ", command) + ": " + output.strip();
        } catch (IOException missing) {
            return missing.getMessage();
        }
    }
}
