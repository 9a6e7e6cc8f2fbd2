package dev.musterpoint.drills.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of one run lie. */
public record RunDirectory(Path path) {
    /** Files that serve a live run; they are gone, or mean nothing, once it is sealed. */
    private static final List<String> CONTROL = List.of("run.lock", "heartbeat", "abort.json");

    public String runId() {
        return path.getFileName().toString();
    }

    public Path plan() {
        return path.resolve("plan.json");
    }

    /** The drill file's exact bytes, as the plan's spec digest has them. */
    public Path drill() {
        return path.resolve("drill.yaml");
    }

    public Path journal() {
        return path.resolve("journal.jsonl");
    }

    public Path recovery() {
        return path.resolve("recovery.jsonl");
    }

    public Path assessment() {
        return path.resolve("assessment.json");
    }

    public Path report() {
        return path.resolve("report");
    }

    public Path manifest() {
        return path.resolve("seal").resolve("manifest.json");
    }

    public Path lock() {
        return path.resolve("run.lock");
    }

    public Path heartbeat() {
        return path.resolve("heartbeat");
    }

    public Path abort() {
        return path.resolve("abort.json");
    }

    public static String observations(String probe) {
        return "observations/" + probe + ".jsonl";
    }

    public static String pauses() {
        return "observations/_pauses.jsonl";
    }

    public static String ledger(String workload) {
        return "ledger/" + workload + ".jsonl";
    }

    public static String readBack(String workload, int ordinal) {
        return "ledger/" + workload + "-read-back-" + ordinal + ".jsonl";
    }

    /** Removes what only a live run needs, but for its lock, which its holder retires. */
    public void removeControlFiles() {
        try {
            Files.deleteIfExists(heartbeat());
            Files.deleteIfExists(abort());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the control files of " + path, e);
        }
    }

    public boolean isSealed() {
        return Files.exists(manifest());
    }

    /** The relative paths of all files that belong to the evidence: everything but control files and the seal. */
    public List<String> files() {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !CONTROL.contains(name) && !name.startsWith("seal/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }
}
