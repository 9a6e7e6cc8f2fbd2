package dev.musterpoint.injectors.command;

import dev.musterpoint.drills.evidence.UndoRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The process that makes a fault, as an undo record knows it: its id, and its start, for ids come round. */
final class AppliedProcess {
    /** Java computes a start from the time of boot in whole seconds, so two Javas may differ by one. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final String PID = "pid";
    private static final String STARTED = "startedAt";

    private AppliedProcess() {}

    static Map<String, String> write(ProcessHandle process) {
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        return Map.of(PID, Long.toString(process.pid()), STARTED, started);
    }

    /** The process while it is alive; empty when it has ended, was never started, or cannot be told from another. */
    static Optional<ProcessHandle> find(UndoRecord undo) {
        String started = undo.data().getOrDefault(STARTED, "");
        if (started.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(undo.data().get(PID)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(found -> Duration.between(Instant.parse(started), found)
                                        .abs()
                                        .compareTo(TOLERANCE)
                                <= 0)
                        .isPresent());
    }
}
