package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Stops a process with all its descendants: those that there are, the root first, and then those that were forked meanwhile,
 * until a look at the table that began when all known ones stood still shows no new one.
 */
final class ProcessTree {
    /** The signal 0 of kill(2): only whether it could be sent. */
    private static final String NOTHING = "0";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 1;

    private final ProcessTable table;
    private final Signals signals;
    private final RunClock clock;

    ProcessTree(ProcessTable table, Signals signals, RunClock clock) {
        this.table = table;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * Stops the tree under {@code root}.
     *
     * @param told hears of each group before it is stopped, in the state in which it was found
     * @throws java.util.concurrent.CancellationException when no longer wanted
     */
    void stop(ProcessEntry root, Consumer<List<ProcessEntry>> told, Cancellation cancellation)
            throws InjectionException {
        List<ProcessEntry> known = new ArrayList<>();
        List<ProcessEntry> before = table.all();
        List<ProcessEntry> fresh = family(root, before);
        // Whom we may not signal is found out before anything is done.
        signals.send(NOTHING, fresh);
        while (!fresh.isEmpty()) {
            cancellation.throwIfCancelled();
            stop(fresh, told);
            known.addAll(fresh);
            fresh = childrenOf(known, table.allBut(before));
        }
    }

    private static List<ProcessEntry> family(ProcessEntry root, List<ProcessEntry> all) {
        List<ProcessEntry> family = new ArrayList<>();
        List<ProcessEntry> fresh = List.of(root);
        while (!fresh.isEmpty()) {
            family.addAll(fresh);
            fresh = childrenOf(family, all);
        }
        return family;
    }

    /** Stops these processes alone. */
    void stop(List<ProcessEntry> processes, Consumer<List<ProcessEntry>> before) throws InjectionException {
        before.accept(processes);
        signals.send("STOP", processes);
        Moment latest = clock.now().plus(PATIENCE);
        while (!allStill(processes)) {
            if (clock.now().isAfter(latest)) {
                throw new InjectionException("these processes did not stop: "
                        + processes.stream().map(ProcessEntry::pid).toList());
            }
            pause();
        }
    }

    private boolean allStill(List<ProcessEntry> processes) {
        return processes.stream()
                .allMatch(entry -> table.now(entry).map(ProcessEntry::isStopped).orElse(true));
    }

    private static List<ProcessEntry> childrenOf(List<ProcessEntry> known, List<ProcessEntry> all) {
        Set<Long> pids = known.stream().map(ProcessEntry::pid).collect(Collectors.toSet());
        return all.stream()
                .filter(entry -> pids.contains(entry.parent()) && !pids.contains(entry.pid()) && !entry.isGone())
                .toList();
    }

    private static void pause() throws InjectionException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("interrupted while stopping processes", e);
        }
    }
}
