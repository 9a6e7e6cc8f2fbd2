package dev.musterpoint.bench.truth;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.SystemOpened;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A drill that runs in a process of its own, as a user would start it, and what it publishes of its sandbox. */
final class DrillProcess {
    private static final long POLL = 5_000_000;
    private static final int POLLS = 12_000;

    private final Process process;
    private final Path runs;

    DrillProcess(Path launcher, Path drill, Path runs) throws IOException {
        this(List.of(launcher.toString()), drill, runs, Map.of(), List.of());
    }

    /** @param muster what starts Musterpoint @param more arguments besides those that all runs have */
    DrillProcess(List<String> muster, Path drill, Path runs, Map<String, String> environment, List<String> more)
            throws IOException {
        this.runs = runs;
        List<String> command = new ArrayList<>(muster);
        command.addAll(List.of("drill", "run", drill.toString(), "--runs", runs.toString(), "-q"));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Waits until the sandbox is up. */
    SystemFacts sandbox() {
        for (int i = 0; i < POLLS; i++) {
            List<RunDirectory> all = new RunStore(runs).list();
            if (!all.isEmpty()) {
                List<SystemOpened> opened = new RunReader(all.get(0)).facts(SystemOpened.class);
                if (!opened.isEmpty()) {
                    return opened.get(0).system();
                }
            }
            if (!process.isAlive()) {
                break;
            }
            LockSupport.parkNanos(POLL);
        }
        throw new IllegalStateException("the drill ended, or a minute passed, before its sandbox was up");
    }

    /** Waits until the run's journal has a fact of that type, or the drill is over. */
    void awaitFact(Class<? extends Evidence> type) {
        while (process.isAlive()) {
            List<RunDirectory> all = new RunStore(runs).list();
            if (!all.isEmpty() && !new RunReader(all.get(0)).facts(type).isEmpty()) {
                return;
            }
            LockSupport.parkNanos(20 * POLL);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** @throws IllegalStateException when there is none: the drill was refused */
    RunDirectory run() {
        return new RunStore(runs)
                .list().stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("the drill was refused; what it said stands above"));
    }
}
