package dev.musterpoint.verifiers.effect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Asks {@code ps}, where there is no {@code /proc}; start times are those of the Java platform. */
final class PsReader implements ProcessReader {
    @Override
    public Map<Long, SeenProcess> read() throws IOException {
        Process ps = new ProcessBuilder("ps", "-A", "-o", "pid=,ppid=,state=")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ps.getOutputStream().close();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (answer.isBlank()) {
            throw new IOException("ps shows no processes");
        }
        Map<Long, SeenProcess> seen = new HashMap<>();
        answer.lines().forEach(line -> add(line.strip().split("\\s+"), seen));
        return seen;
    }

    private static void add(String[] columns, Map<Long, SeenProcess> seen) {
        long pid = Long.parseLong(columns[0]);
        ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .ifPresent(started -> seen.put(
                        pid,
                        new SeenProcess(
                                pid, Long.parseLong(columns[1]), started.toString(), columns[2].charAt(0), false)));
    }
}
