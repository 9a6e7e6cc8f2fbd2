package dev.musterpoint.shell.sandbox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A process, to be found again: its id alone may be another's by now, with its start time it cannot. */
public record ProcessMark(long pid, Instant started) {
    public ProcessMark {
        Objects.requireNonNull(started);
    }

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), start(process));
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** The process, if it is alive and still the one that was meant. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(process -> start(process).equals(started));
    }
}
