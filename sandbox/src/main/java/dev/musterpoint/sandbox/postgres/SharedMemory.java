package dev.musterpoint.sandbox.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small System V segment by which a server knows whether its data directory is in use. A server that was killed leaves
 * it to the kernel, for ever; its id stands in {@code postmaster.pid}.
 */
final class SharedMemory {
    private static final Logger LOG = LoggerFactory.getLogger(SharedMemory.class);
    private static final Path SEGMENTS = Path.of("/proc/sysvipc/shm");
    private static final int ID_LINE = 6;
    private static final int SHMID = 1;
    private static final int CREATOR = 4;
    private static final int ATTACHED = 6;

    private SharedMemory() {}

    /** Removes the segment of a data directory whose server is gone; one that is in use or another's is left alone. */
    static void remove(Path data) throws IOException {
        Optional<Segment> segment = Segment.of(data.resolve("postmaster.pid"));
        if (segment.isEmpty() || !segment.get().isAbandoned()) {
            return;
        }
        Process process = new ProcessBuilder("ipcrm", "-m", segment.get().id())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                LOG.debug(
                        "shared memory segment {} was gone already",
                        segment.get().id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Segment(String id, String creator) {
        static Optional<Segment> of(Path postmasterPid) throws IOException {
            if (!Files.exists(postmasterPid)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(postmasterPid);
            if (lines.size() <= ID_LINE) {
                return Optional.empty();
            }
            String[] keyAndId = lines.get(ID_LINE).strip().split("\\s+");
            return keyAndId.length == 2 ? Optional.of(new Segment(keyAndId[1], lines.get(0))) : Optional.empty();
        }

        boolean isAbandoned() throws IOException {
            if (!Files.exists(SEGMENTS)) {
                return false;
            }
            return Files.readAllLines(SEGMENTS).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .anyMatch(column -> column.length > ATTACHED
                            && column[SHMID].equals(id)
                            && column[CREATOR].equals(creator)
                            && column[ATTACHED].equals("0"));
        }
    }
}
