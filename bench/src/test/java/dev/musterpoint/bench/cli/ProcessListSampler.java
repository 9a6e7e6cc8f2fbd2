package dev.musterpoint.bench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the arguments of every process that began and was seen while it looked, as anybody on the machine could. */
final class ProcessListSampler implements AutoCloseable {
    private static final long EVERY_MILLIS = 10;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    /** Those that were there first, whose arguments are not ours to tell. */
    private final Set<Path> others = processes();

    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();

    ProcessListSampler() {
        looker.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Set<Path> processes = processes();
        if (processes.isEmpty()) {
            ProcessHandle.allProcesses()
                    .forEach(process -> process.info().commandLine().ifPresent(seen::add));
        }
        processes.removeAll(others);
        processes.forEach(this::look);
    }

    /** @return none where there is no /proc */
    private static Set<Path> processes() {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry ->
                            Character.isDigit(entry.getFileName().toString().charAt(0)))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException noProc) {
            return new HashSet<>();
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
