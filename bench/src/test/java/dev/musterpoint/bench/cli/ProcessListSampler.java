package dev.musterpoint.bench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Keeps the arguments of every process that was seen while it looked, as anybody on the machine could. */
final class ProcessListSampler implements AutoCloseable {
    private static final long EVERY_MILLIS = 10;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();

    ProcessListSampler() {
        looker.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(entry ->
                            Character.isDigit(entry.getFileName().toString().charAt(0)))
                    .forEach(this::look);
        } catch (IOException noProc) {
            ProcessHandle.allProcesses()
                    .forEach(process -> process.info().commandLine().ifPresent(seen::add));
        }
    }

    private void look(Path process) {
        try {
            seen.add(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' '));
        } catch (IOException gone) {
            // It has ended meanwhile.
        }
    }

    String text() {
        return String.join("\n", seen);
    }

    @Override
    public void close() {
        looker.shutdownNow();
    }
}
