package dev.musterpoint.verifiers.effect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads all processes of this machine at once. One that was there for the whole of the reading is in it. */
@FunctionalInterface
interface ProcessReader {
    /** By process id. */
    Map<Long, SeenProcess> read() throws IOException;

    static ProcessReader ofThisMachine() {
        return Files.isReadable(Path.of("/proc/self/stat")) ? new ProcReader() : new PsReader();
    }
}
