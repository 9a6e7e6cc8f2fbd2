package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.UndoHandler;
import java.time.Duration;
import java.util.List;

/** Sets going what a fault stopped and is recorded as stopped by it; nothing else. */
final class Resuming implements UndoHandler {
    static final String BOOT = "boot";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** The signal that a dying runner had asked {@code sh} to send. */
    private static final Duration SIGNAL_ON_ITS_WAY = Duration.ofMillis(100);

    private final ProcessTable table;
    private final Signals signals;
    private final RunClock clock;

    Resuming(ProcessTable table, Signals signals, RunClock clock) {
        this.table = table;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        Moment latest = clock.now().plus(PATIENCE);
        List<ProcessEntry> stopped = stopped(undo);
        while (!stopped.isEmpty()) {
            signals.send("CONT", stopped);
            stopped = stopped(undo);
            if (!stopped.isEmpty() && clock.now().isAfter(latest)) {
                throw new InjectionException("still stopped: " + pids(stopped) + "; by hand: " + undo.byHand());
            }
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        List<ProcessEntry> stopped = stopped(undo);
        return stopped.isEmpty()
                ? Residue.none("no process that the fault stopped stands still")
                : Residue.left("stopped by the fault, and still so: " + pids(stopped));
    }

    @Override
    public Duration inFlight() {
        return SIGNAL_ON_ITS_WAY;
    }

    private List<ProcessEntry> stopped(UndoRecord undo) throws InjectionException {
        if (!table.boot().equals(undo.data().get(BOOT))) {
            // The machine has been started anew since; none of the recorded processes can be there.
            return List.of();
        }
        return StoppedProcesses.ours(undo.data()).stream()
                .flatMap(entry -> table.now(entry).stream())
                .filter(ProcessEntry::isStopped)
                .toList();
    }

    private static List<Long> pids(List<ProcessEntry> processes) {
        return processes.stream().map(ProcessEntry::pid).toList();
    }
}
