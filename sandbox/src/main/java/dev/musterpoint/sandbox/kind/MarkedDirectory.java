package dev.musterpoint.sandbox.kind;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where a sandbox lives: a private directory whose name follows from the owner mark alone, so it can be found again. */
public final class MarkedDirectory {
    /** Under which undo records name the directory. */
    public static final String KEY = "directory";

    private static final String PREFIX = "musterpoint-";
    private static final int READABLE = 60;

    private MarkedDirectory() {}

    public static Path of(String mark) {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().resolve(name(mark));
    }

    /**
     * The directory that a record names.
     *
     * @throws InjectionException when its name does not follow from the record's owner mark: it is not ours to delete
     */
    public static Path of(UndoRecord undo) throws InjectionException {
        Path path = Path.of(undo.data().getOrDefault(KEY, ""));
        if (!path.isAbsolute() || !path.endsWith(name(undo.ownerMark()))) {
            throw new InjectionException("the record " + undo.id() + " names the directory '" + path
                    + "', which is not the one that its owner mark leads to; nothing was removed");
        }
        return path;
    }

    private static String name(String mark) {
        String readable = mark.replaceAll("[^A-Za-z0-9._-]", "-");
        return PREFIX + readable.substring(0, Math.min(readable.length(), READABLE)) + "-" + Marks.hash(mark);
    }

    public static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
