package dev.musterpoint.shell.run;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.recovery.RealWaiting;
import dev.musterpoint.drills.recovery.TakeOver;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;
import java.util.List;
import java.util.Optional;

/** Finds runs that were cut short or left something behind, and recovers them. */
public final class RecoverService {
    private final RunStore store;
    private final Catalogue catalogue;

    public RecoverService(RunStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /** Runs that nobody carries on and that are not sealed, or that left something behind. */
    public List<RunDirectory> due() {
        return store.list().stream().filter(this::isDue).toList();
    }

    private boolean isDue(RunDirectory run) {
        return run.isSealed() ? !isClean(run) : !RunLock.isHeld(run.lock());
    }

    private static boolean isClean(RunDirectory run) {
        return new RunReader(run)
                .assessment()
                .map(assessment -> assessment.cleanUp() == CleanUp.CLEAN)
                .orElse(false);
    }

    /** Cheaper than {@link #due}: runs that were cut short. */
    public List<RunDirectory> unfinished() {
        return store.list().stream()
                .filter(run -> !run.isSealed() && !RunLock.isHeld(run.lock()))
                .toList();
    }

    /** Recovers one run. @return empty when it is still running */
    public Optional<Assessment> recover(RunDirectory run) throws InterruptedException {
        Optional<RunLock> lock = RunLock.tryAcquire(run.lock());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            RunClock clock = new SystemRunClock();
            new TakeOver(run, catalogue, clock, new RealWaiting(), "recover", RunSecrets.of(run))
                    .recover("recovered on request");
            return Optional.of(new RunFinisher(clock, "recover").finish(run));
        } finally {
            lock.get().retire();
        }
    }
}
