package dev.musterpoint.shell.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What this JVM did while something ran, as its own flight recorder saw it.
 *
 * @param read    the real paths of files that were read
 * @param written files that were written
 * @param loaded  classes that were loaded
 * @param started programs that were started
 */
record Watched(Set<Path> read, Set<String> written, Set<String> loaded, Set<String> started) {
    /** Something that may throw. */
    interface Work {
        void run() throws Exception;
    }

    static Watched during(Work work) throws Exception {
        Path file = Files.createTempFile("watched", ".jfr");
        try (Recording recording = new Recording()) {
            for (String event : List.of("FileRead", "FileWrite", "ClassLoad", "ProcessStart")) {
                recording.enable("jdk." + event).withThreshold(Duration.ZERO).withoutStackTrace();
            }
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return of(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Watched of(Path file) throws IOException {
        Watched seen = new Watched(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                seen.add(events.readEvent());
            }
        }
        return seen;
    }

    private void add(RecordedEvent event) throws IOException {
        switch (event.getEventType().getName()) {
            case "jdk.FileRead" -> {
                if (event.getString("path") != null) {
                    read.add(real(event.getString("path")));
                }
            }
            case "jdk.FileWrite" -> written.add(Objects.toString(event.getString("path"), "a stream without a name"));
            case "jdk.ClassLoad" -> loaded.add(event.getClass("loadedClass").getName());
            default -> started.add(event.getString("command"));
        }
    }

    /** Where the path led: a link within a folder may lead out of it. */
    private static Path real(String path) throws IOException {
        Path file = Path.of(path).toAbsolutePath().normalize();
        return Files.exists(file) ? file.toRealPath() : file;
    }
}
