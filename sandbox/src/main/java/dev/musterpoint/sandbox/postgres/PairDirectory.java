package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Where a sandbox lives: a private directory whose name follows from the owner mark alone, so it can be found again. */
record PairDirectory(Path path) {
    static final String PRIMARY = "primary";
    static final String STANDBY = "standby";

    private static final String PREFIX = "musterpoint-";
    private static final int HASH_BYTES = 6;

    static PairDirectory of(String mark) {
        return new PairDirectory(
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().resolve(name(mark)));
    }

    /**
     * The directory that a record names.
     *
     * @throws InjectionException when its name does not follow from the record's owner mark: it is not ours to delete
     */
    static PairDirectory of(UndoRecord undo) throws InjectionException {
        Path path = Path.of(undo.data().getOrDefault("directory", ""));
        if (!path.isAbsolute() || !path.endsWith(name(undo.ownerMark()))) {
            throw new InjectionException("the record " + undo.id() + " names the directory '" + path
                    + "', which is not the one that its owner mark leads to; nothing was removed");
        }
        return new PairDirectory(path);
    }

    private static String name(String mark) {
        String readable = mark.replaceAll("[^A-Za-z0-9._-]", "-");
        return PREFIX + readable.substring(0, Math.min(readable.length(), 60)) + "-" + hash(mark);
    }

    static String hash(String mark) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(mark.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void create() throws IOException, SandboxException {
        try {
            Trees.createPrivate(path);
        } catch (FileAlreadyExistsException e) {
            throw new SandboxException(
                    path + " already exists; run 'muster recover' to remove what is left of its run", e);
        }
    }

    Path data(String member) {
        return path.resolve(member);
    }

    Path log(String member) {
        return path.resolve(member + ".log");
    }

    /** A server that starts again gets a log of its own: what is waited for in it must not be the earlier one's. */
    void setLogAside(String member) throws IOException {
        int number = 1;
        while (Files.exists(path.resolve(member + ".log." + number))) {
            number++;
        }
        Files.move(log(member), path.resolve(member + ".log." + number));
    }

    List<Path> dataDirectories() {
        return List.of(data(PRIMARY), data(STANDBY));
    }

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
