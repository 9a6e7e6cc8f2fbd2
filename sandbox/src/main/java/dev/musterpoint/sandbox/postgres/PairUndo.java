package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.sandbox.kind.MarkedDirectory;
import dev.musterpoint.sandbox.kind.SandboxKind;
import dev.musterpoint.sandbox.kind.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes a sandbox: its processes, its shared memory, its directory. Works in any process, from the record alone. */
final class PairUndo implements UndoHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STARTING = Duration.ofMillis(100);
    private static final long POLL_MILLIS = 5;

    private final RunClock clock;

    PairUndo(RunClock clock) {
        this.clock = clock;
    }

    /** What removing the sandbox {@code system} will need. */
    static UndoRecord record(String system, String mark) {
        Path directory = PairDirectory.of(mark).path();
        return new UndoRecord(
                "system:" + system,
                SandboxKind.HANDLER,
                "sandbox " + system,
                mark,
                UndoKind.AUTO,
                Duration.ZERO,
                Map.of(SandboxKind.KIND, PairOptions.NAME, MarkedDirectory.KEY, directory.toString()),
                byHand(directory));
    }

    private static String byHand(Path directory) {
        String quoted = "'" + directory.toString().replace("'", "'\\''") + "'";
        return "for p in /proc/[0-9]*; do case \"$(readlink $p/cwd)\" in " + quoted
                + "/*) kill -s KILL ${p#/proc/};; esac; done; for f in " + quoted
                + "/*/postmaster.pid; do ipcrm -m $(sed -n 7p \"$f\" | awk '{print $2}'); done; rm -rf -- " + quoted;
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        PairDirectory directory = PairDirectory.of(undo);
        RunningRelays.close(undo.ownerMark());
        try {
            killRecorded(undo);
            killAll(new OwnedProcesses(undo.ownerMark(), directory.path()));
            for (Path data : directory.dataDirectories()) {
                SharedMemory.remove(data);
            }
            Trees.delete(directory.path());
        } catch (IOException e) {
            throw new InjectionException(
                    "could not remove " + directory.path() + ": " + e + "; by hand: " + undo.byHand(), e);
        }
    }

    private static void killRecorded(UndoRecord undo) {
        for (String member : List.of(PairDirectory.PRIMARY, PairDirectory.STANDBY)) {
            Optional<Instant> startedAt =
                    Optional.ofNullable(undo.data().get(member + ".startedAt")).map(Instant::parse);
            Optional.ofNullable(undo.data().get(member + ".pid"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(handle -> handle.info().startInstant().equals(startedAt))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Until two searches in a row find nothing: a process that forks behind the first one's back is seen by the second. */
    private void killAll(OwnedProcesses processes) throws IOException, InjectionException {
        Moment latest = clock.now().plus(PATIENCE);
        int empty = 0;
        while (empty < 2) {
            List<ProcessHandle> alive = processes.find();
            empty = alive.isEmpty() ? empty + 1 : 0;
            alive.forEach(ProcessHandle::destroyForcibly);
            if (!alive.isEmpty()) {
                pauseUnless(clock.now().isAfter(latest), alive);
            }
        }
    }

    private static void pauseUnless(boolean tooLate, List<ProcessHandle> alive) throws InjectionException {
        if (tooLate) {
            throw new InjectionException("these processes of the sandbox did not end when killed: " + pids(alive));
        }
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("interrupted while ending processes " + pids(alive), e);
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        PairDirectory directory = PairDirectory.of(undo);
        try {
            List<ProcessHandle> alive = new OwnedProcesses(undo.ownerMark(), directory.path()).find();
            if (!alive.isEmpty()) {
                return Residue.left("processes " + pids(alive) + " of the sandbox are running");
            }
        } catch (IOException e) {
            return Residue.unreadable("/proc cannot be read: " + e.getMessage());
        }
        return directory.exists()
                ? Residue.left("the directory " + directory.path() + " is there")
                : Residue.none("no process and no directory of the sandbox is left");
    }

    /** A process that was being started when the runner died carries our mark only once it runs its program. */
    @Override
    public Duration inFlight() {
        return STARTING;
    }

    private static List<Long> pids(List<ProcessHandle> handles) {
        return handles.stream().map(ProcessHandle::pid).toList();
    }
}
