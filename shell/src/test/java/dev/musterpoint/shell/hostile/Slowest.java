package dev.musterpoint.shell.hostile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Times work by its processor time, which a busy machine does not stretch, in a thread of its own, so that work which
 * waits for ever is seen too.
 */
final class Slowest implements AutoCloseable {
    /** By the clock on the wall: far more than any file takes on a busy machine. */
    private static final long HANGS_SECONDS = 60;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        return thread;
    });
    private long nanos;
    private long slowest;

    /** What {@code work} gives. @throws AssertionError that names the seed, when it fails or hangs */
    <T> T timed(long seed, Callable<T> work) throws InterruptedException {
        Future<T> done = worker.submit(() -> {
            long before = THREADS.getCurrentThreadCpuTime();
            T result = work.call();
            took(seed, THREADS.getCurrentThreadCpuTime() - before);
            return result;
        });
        try {
            return done.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed + " (-Dmuster.hostileSeed=" + seed + " replays it)", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("seed " + seed + " hangs", e);
        }
    }

    private synchronized void took(long seed, long spent) {
        if (spent > nanos) {
            nanos = spent;
            slowest = seed;
        }
    }

    synchronized Duration cpu() {
        return Duration.ofNanos(nanos);
    }

    synchronized long seed() {
        return slowest;
    }

    @Override
    public synchronized String toString() {
        return "slowest " + nanos / 1_000_000 + " ms of processor time (seed " + slowest + ")";
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
