package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.sandbox.kind.MarkedDirectory;
import dev.musterpoint.sandbox.kind.SandboxException;
import dev.musterpoint.sandbox.kind.Trees;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a sandbox lives: a private directory whose name follows from the owner mark alone, so it can be found again. */
record PairDirectory(Path path) {
    static final String PRIMARY = "primary";
    static final String STANDBY = "standby";

    static PairDirectory of(String mark) {
        return new PairDirectory(MarkedDirectory.of(mark));
    }

    /** The directory that a record names. @throws InjectionException when it is not ours to delete */
    static PairDirectory of(UndoRecord undo) throws InjectionException {
        return new PairDirectory(MarkedDirectory.of(undo));
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
        return MarkedDirectory.exists(path);
    }
}
