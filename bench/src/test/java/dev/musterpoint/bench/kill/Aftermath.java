package dev.musterpoint.bench.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the machine, with no help from the product, for what a run may have left. */
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
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isOfRun(process)) {
                    left.add("process " + process.getFileName());
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return left;
    }

    private boolean isOfRun(Path process) {
        return text(process.resolve("environ")).contains(runId)
                || workingDirectory(process).contains(runId);
    }

    private static String workingDirectory(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
