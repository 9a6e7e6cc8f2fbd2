package dev.musterpoint.sandbox.kubernetes;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.sandbox.kind.MarkedDirectory;
import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Removes a cluster: its processes, namespaces, mounts, links and files. The directory goes last: while it is there, so may they be. */
final class ZonesUndo implements UndoHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    /** A script whose starter was killed sees that within this time, and ends. */
    private static final Duration STARTING = Duration.ofMillis(500);

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        Path directory = MarkedDirectory.of(undo);
        try {
            Scripts.Result result = Scripts.find()
                    .run(PATIENCE, Map.of(), new Cancellation(), "down.sh", List.of(directory.toString()));
            if (!result.succeeded()) {
                throw new InjectionException("could not remove the cluster in " + directory + ": " + result.reason()
                        + "; by hand: " + undo.byHand());
            }
        } catch (IOException | SandboxException e) {
            throw new InjectionException(
                    "could not remove the cluster in " + directory + ": " + e.getMessage() + "; by hand: "
                            + undo.byHand(),
                    e);
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        Path directory = MarkedDirectory.of(undo);
        return MarkedDirectory.exists(directory)
                ? Residue.left("the directory " + directory + " of the cluster is there")
                : Residue.none("no process and no directory of the cluster is left");
    }

    @Override
    public Duration inFlight() {
        return STARTING;
    }
}
