package dev.musterpoint.shell.run;

import dev.musterpoint.drills.engine.Guard;
import dev.musterpoint.drills.journal.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the watchdog, which outlives this process. */
public final class WatchdogProcess implements Guard {
    private static final Logger LOG = LoggerFactory.getLogger(WatchdogProcess.class);
    private static final long GONE_WITHIN_SECONDS = 5;

    private final RunDirectory run;
    private final Path home;
    private Process process;

    public WatchdogProcess(RunDirectory run, Path home) {
        this.run = run;
        this.home = home;
    }

    /** Starts the process without waiting for it to be ready. */
    public WatchdogProcess launch() {
        process = new DetachedJvm(home, WatchdogMain.class, "64m")
                .start(
                        ProcessBuilder.Redirect.PIPE,
                        ProcessBuilder.Redirect.INHERIT,
                        List.of(
                                run.path().toString(),
                                Long.toString(ProcessHandle.current().pid())));
        return this;
    }

    @Override
    public long start() {
        if (process == null) {
            launch();
        }
        String line = DetachedJvm.firstLine(process);
        if (!WatchdogMain.READY.equals(line)) {
            throw new IllegalStateException("the watchdog did not come up (it said: " + line
                    + "); nothing is changed without it. Run with --debug to see why");
        }
        return process.pid();
    }

    /**
     * Tells it that the run is its own from now on, though this process lives: what could be done here was done. To be
     * called before the run's lock is let go.
     */
    public void handOver() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            LOG.debug("the watchdog of {} is gone", run.runId(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (process != null) {
                process.waitFor(GONE_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
