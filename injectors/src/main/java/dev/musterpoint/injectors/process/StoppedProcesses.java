package dev.musterpoint.injectors.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an undo record names the processes that a fault stopped: {@code stopped.PID = START_TICKS ran|stood}. */
final class StoppedProcesses {
    private static final String KEY = "stopped.";
    private static final String RAN = "ran";
    private static final String STOOD = "stood";

    private StoppedProcesses() {}

    /** @param processes in the state in which they were found, before anything was sent to them */
    static Map<String, String> write(List<ProcessEntry> processes) {
        Map<String, String> data = new LinkedHashMap<>();
        processes.forEach(
                entry -> data.put(KEY + entry.pid(), entry.startTicks() + " " + (entry.isStopped() ? STOOD : RAN)));
        return data;
    }

    /** Those that ran until we stopped them: the ones that are ours to set going again. */
    static List<ProcessEntry> ours(Map<String, String> data) {
        List<ProcessEntry> ours = new ArrayList<>();
        data.forEach((key, value) -> {
            String[] parts = value.split(" ");
            if (key.startsWith(KEY) && parts[1].equals(RAN)) {
                long pid = Long.parseLong(key.substring(KEY.length()));
                ours.add(new ProcessEntry(pid, 0, 'R', Long.parseLong(parts[0])));
            }
        });
        return ours;
    }
}
