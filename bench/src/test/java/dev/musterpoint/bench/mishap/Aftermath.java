package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the machine, with no help from the product, for what the sandbox of a run may have left. */
final class Aftermath {
    private final String runId;

    Aftermath(String runId) {
        this.runId = runId;
    }

    /** Processes and directories of the run, in words; empty when nothing is left. */
    List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(temporary, "musterpoint-*")) {
            for (Path directory : directories) {
                if (directory.getFileName().toString().contains(runId)) {
                    left.add("directory " + directory);
                }
            }
        }
        Processes.bearing(runId).forEach(pid -> left.add("process " + pid));
        return left;
    }
}
