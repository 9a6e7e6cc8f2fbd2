package dev.musterpoint.shell.run;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.recovery.RealWaiting;
import dev.musterpoint.drills.recovery.TakeOver;
import dev.musterpoint.drills.recovery.Watchdog;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watchdog: waits for the run's lock, which the kernel lets go of when the runner dies, and then cleans up in its
 * place. Also ends a runner that lives but no longer does its work.
 */
public final class WatchdogMain {
    /** What it says once it is warm and waiting. */
    static final String READY = "ready";

    private static final Logger LOG = LoggerFactory.getLogger(WatchdogMain.class);
    private static final long TERM_SECONDS = 5;

    private final RunDirectory run;
    private final Optional<ProcessHandle> runner;
    private final RunClock clock = new SystemRunClock();
    private final Catalogue catalogue = Catalogue.load();

    private WatchdogMain(RunDirectory run, long runnerPid) {
        this.run = run;
        this.runner = ProcessHandle.of(runnerPid);
    }

    /** Arguments: the run's directory and the runner's pid. */
    public static void main(String[] args) throws InterruptedException {
        WatchdogMain watchdog = new WatchdogMain(new RunDirectory(Path.of(args[0])), Long.parseLong(args[1]));
        watchdog.warmUp();
        watchdog.announce();
        watchdog.guard();
    }

    /** Loads what cleaning up needs while there is time: when it is needed, seconds count. */
    private void warmUp() {
        catalogue.faults();
        catalogue.systems();
        catalogue.workloads();
        catalogue.probes();
        TakeOver.runner(run);
        LOG.debug("warm");
    }

    private void announce() {
        FirstWord.say(READY);
    }

    private void guard() throws InterruptedException {
        Thread looker = new Thread(this::look, "muster-look");
        looker.setDaemon(true);
        looker.start();
        RunLock lock = RunLock.acquire(run.lock());
        try {
            if (!Files.exists(run.journal())) {
                LOG.debug("{} ended before anything began", run.runId());
            } else if (run.isSealed()) {
                new RunFinisher(clock, "watchdog").logIfMissing(run);
            } else {
                boolean handedOver = wasHandedOver();
                if (!handedOver) {
                    endRunner();
                }
                takeOver(handedOver ? "its runner could not bring it to its end" : "the runner is gone");
            }
        } finally {
            retire(lock);
        }
    }

    /** Whether the runner lives and has said that it has done with the run; whoever dies says nothing. */
    private static boolean wasHandedOver() {
        try {
            return System.in.available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void retire(RunLock lock) {
        try {
            lock.retire();
        } catch (UncheckedIOException e) {
            // Nobody holds it any more; that its file is there means nothing.
            LOG.debug("the lock of {} stays", run.runId(), e);
        }
    }

    private void takeOver(String reason) throws InterruptedException {
        try {
            recoverAndSeal(reason);
        } catch (UncheckedIOException e) {
            LOG.error(
                    "{}; what {} left was undone as far as could be. Make room, or its directory writable, and"
                            + " 'muster recover {}' finishes and seals it",
                    e.getMessage(),
                    run.runId(),
                    run.runId());
        }
    }

    private void recoverAndSeal(String reason) throws InterruptedException {
        TakeOver takeOver = new TakeOver(run, catalogue, clock, new RealWaiting(), "watchdog", RunSecrets.of(run));
        CleanUp state = takeOver.recover(reason);
        LOG.warn("{}: {}; what it left is {}", run.runId(), reason, state);
        new RunFinisher(clock, "watchdog").finish(run);
    }

    private void look() {
        Watchdog watchdog = new Watchdog(run, clock);
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                Optional<String> reason = watchdog.look();
                if (reason.isPresent()) {
                    LOG.error("ending the runner of {}: {}", run.runId(), reason.get());
                    endRunner();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process handle knows its start time, so a pid that was given to another process is never hit. */
    private synchronized void endRunner() throws InterruptedException {
        if (runner.isEmpty() || !runner.get().isAlive()) {
            return;
        }
        runner.get().destroy();
        for (int i = 0; i < TERM_SECONDS * 10 && runner.get().isAlive(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (runner.get().isAlive()) {
            runner.get().destroyForcibly();
        }
    }
}
