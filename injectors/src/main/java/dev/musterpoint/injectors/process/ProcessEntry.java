package dev.musterpoint.injectors.process;

import java.util.Optional;

/**
 * One process as the kernel shows it.
 *
 * @param startTicks when it started, in clock ticks since the machine did; with the id it names a process for good
 */
record ProcessEntry(long pid, long parent, char state, long startTicks) {
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int START_TICKS = 19;

    /** Reads a line of {@code /proc/PID/stat} (proc(5)). The name in it may itself hold blanks and parentheses. */
    static Optional<ProcessEntry> parse(long pid, String stat) {
        int afterName = stat.lastIndexOf(')');
        String[] fields = stat.substring(afterName + 1).strip().split(" ");
        if (afterName < 0 || fields.length <= START_TICKS) {
            return Optional.empty();
        }
        return Optional.of(new ProcessEntry(
                pid, Long.parseLong(fields[PARENT]), fields[STATE].charAt(0), Long.parseLong(fields[START_TICKS])));
    }

    /** It has ended, and at most waits for its parent to notice. */
    boolean isGone() {
        return state == 'Z' || state == 'X';
    }

    /** It stands still by a signal. */
    boolean isStopped() {
        return state == 'T';
    }

    /** The same process, in whatever state. */
    boolean isSameAs(ProcessEntry other) {
        return pid == other.pid && startTicks == other.startTicks;
    }
}
