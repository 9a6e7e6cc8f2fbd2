package dev.musterpoint.drills.kit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A thread that runs only when it is given the turn, and gives it back when it lets virtual time pass or ends. */
final class VirtualWorker {
    private static final long LONGEST_TURN_SECONDS = 30;
    private static final ThreadLocal<VirtualWorker> CURRENT = new ThreadLocal<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "virtual-worker");
        thread.setDaemon(true);
        return thread;
    });

    private final Semaphore turn = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);

    private VirtualWorker() {}

    /** Runs {@code work} until it first lets time pass, or to its end. */
    static void run(Runnable work) {
        VirtualWorker worker = new VirtualWorker();
        THREADS.execute(() -> {
            CURRENT.set(worker);
            try {
                work.run();
            } finally {
                CURRENT.remove();
                worker.back.release();
            }
        });
        worker.awaitBack();
    }

    /** The worker whose thread this is; {@code null} on the thread that moves time. */
    static VirtualWorker current() {
        return CURRENT.get();
    }

    /** Gives this worker the turn again, once, however often it is called. */
    Runnable waker() {
        boolean[] woken = {false};
        return () -> {
            if (!woken[0]) {
                woken[0] = true;
                turn.release();
                awaitBack();
            }
        };
    }

    /** Gives the turn back and waits for it. */
    void rest() {
        back.release();
        turn.acquireUninterruptibly();
    }

    private void awaitBack() {
        try {
            if (!back.tryAcquire(LONGEST_TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("work blocks outside of virtual time; see the thread 'virtual-worker'");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while work was under way", e);
        }
    }
}
