package dev.musterpoint.connections.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A process that was started, as it can be written down and found again by another process: its id, and when it began, for
 * ids come round. Where the kernel shows it, that is the boot and the clock ticks since, which stay the same when somebody
 * sets the wall clock; elsewhere the time that the system tells.
 *
 * @param pid   its id
 * @param began when it began; empty when that cannot be told, and then it is never found
 */
public record StartedProcess(long pid, String began) {
    private static final Path PROC = Path.of("/proc");
    private static final String PID = "pid";
    private static final String BEGAN = "began";
    /** Of what follows the name in {@code /proc/PID/stat} (proc(5)). */
    private static final int START_TICKS = 19;

    public static StartedProcess of(ProcessHandle process) {
        return new StartedProcess(process.pid(), began(process));
    }

    /** Reads what {@link #toMap} wrote; empty when that holds no process. */
    public static Optional<StartedProcess> of(Map<String, String> data) {
        return Optional.ofNullable(data.get(PID))
                .map(pid -> new StartedProcess(Long.parseLong(pid), data.getOrDefault(BEGAN, "")));
    }

    public Map<String, String> toMap() {
        return Map.of(PID, Long.toString(pid), BEGAN, began);
    }

    /** The process while it is alive; empty when it has ended, or cannot be told from another. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !began.isEmpty() && began(process).equals(began));
    }

    private static String began(ProcessHandle process) {
        try {
            String stat = new String(
                    Files.readAllBytes(
                            PROC.resolve(Long.toString(process.pid())).resolve("stat")),
                    StandardCharsets.ISO_8859_1);
            String boot =
                    Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            return boot + " "
                    + stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ")[START_TICKS];
        } catch (IOException noProc) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }
    }
}
