package dev.musterpoint.verifiers.effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code /proc/PID/stat}, as proc(5) has it: a few milliseconds for all processes of a machine. */
final class ProcReader implements ProcessReader {
    private static final Path PROC = Path.of("/proc");
    /** Signal n is bit n - 1. */
    private static final long SIGKILL = 1L << 8;

    /** Places after the name, which ends with the last bracket and may hold anything before it. */
    private static final int STATE = 0;

    private static final int PARENT = 1;
    private static final int START_TICKS = 19;

    @Override
    public Map<Long, SeenProcess> read() throws IOException {
        Map<Long, SeenProcess> seen = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                read(entry, seen);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return seen;
    }

    @Override
    public Map<Long, SeenProcess> read(Set<Long> pids) {
        Map<Long, SeenProcess> seen = new HashMap<>();
        pids.forEach(pid -> read(PROC.resolve(Long.toString(pid)), seen));
        seen.replaceAll((pid, process) -> process.isThere() && isDoomed(pid) ? process.asDoomed() : process);
        return seen;
    }

    /** By the sets of pending signals, of the thread or of the whole process; a kernel that shows none says no. */
    private static boolean isDoomed(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(Long.toString(pid)).resolve("status"))) {
            return lines.filter(line -> line.startsWith("SigPnd:") || line.startsWith("ShdPnd:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGKILL) != 0);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static void read(Path entry, Map<Long, SeenProcess> seen) {
        String stat;
        try {
            stat = new String(Files.readAllBytes(entry.resolve("stat")), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It ended while the others were read.
            return;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long pid = Long.parseLong(entry.getFileName().toString());
        seen.put(
                pid,
                new SeenProcess(
                        pid, Long.parseLong(fields[PARENT]), fields[START_TICKS], fields[STATE].charAt(0), false));
    }
}
