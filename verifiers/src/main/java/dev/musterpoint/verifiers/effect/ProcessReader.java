package dev.musterpoint.verifiers.effect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads all processes of this machine at once. One that was there for the whole of the reading is in it. */
@FunctionalInterface
interface ProcessReader {
    /** By process id. */
    Map<Long, SeenProcess> read() throws IOException;

    /** Those of {@code pids} that there are, by process id; quicker than all, where that is possible. */
    default Map<Long, SeenProcess> read(Set<Long> pids) throws IOException {
        Map<Long, SeenProcess> all = new HashMap<>(read());
        all.keySet().retainAll(pids);
        return all;
    }

    static ProcessReader ofThisMachine() {
        return Files.isReadable(Path.of("/proc/self/stat")) ? new ProcReader() : new PsReader();
    }
}
