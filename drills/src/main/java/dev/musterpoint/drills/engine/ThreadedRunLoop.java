package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.recovery.RealWaiting;
import dev.musterpoint.drills.recovery.Waiting;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The loop on real threads: a queue that the run's thread empties, timers it keeps itself, and a pool for the rest. */
public final class ThreadedRunLoop implements RunLoop {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(50);

    private final RunClock clock;
    private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final ExecutorService workers;
    private long timersMade;

    public ThreadedRunLoop(RunClock clock) {
        this.clock = clock;
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "muster-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public RunClock clock() {
        return clock;
    }

    @Override
    public void post(Runnable message) {
        messages.add(message);
    }

    @Override
    public <T> Task<T> start(String name, Callable<T> work) {
        Task<T> task = new Task<>();
        workers.execute(() -> {
            Thread.currentThread().setName("muster-" + name);
            T result = null;
            Throwable failure = null;
            try {
                result = work.call();
            } catch (Throwable e) {
                // Handed over whole, errors too: the run's thread decides, and clean-up must follow whatever it was.
                failure = e;
            }
            complete(task, result, failure);
        });
        return task;
    }

    private <T> void complete(Task<T> task, T result, Throwable failure) {
        post(() -> task.complete(result, failure));
    }

    @Override
    public void after(Duration delay, Runnable message) {
        timers.add(new Timer(clock.now().plus(delay), timersMade++, message));
    }

    @Override
    public void every(Duration period, Runnable message) {
        after(period, () -> {
            // First, for a message that fails once is still due the next time.
            every(period, message);
            message.run();
        });
    }

    @Override
    public boolean await(BooleanSupplier condition, Moment deadline) {
        boolean interrupted = false;
        try {
            while (!condition.getAsBoolean()) {
                if (!clock.now().isBefore(deadline)) {
                    return false;
                }
                try {
                    handleNext(deadline);
                } catch (InterruptedException e) {
                    // An interrupt must not cut recovery short; whoever interrupted finds the flag set afterwards.
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void handleNext(Moment deadline) throws InterruptedException {
        Moment now = clock.now();
        Timer timer = timers.peek();
        if (timer != null && !timer.at().isAfter(now)) {
            timers.remove().message().run();
            return;
        }
        Duration wait = shortest(
                deadline.minus(now), timer == null ? LONGEST_WAIT : timer.at().minus(now));
        Runnable message = messages.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        if (message != null) {
            message.run();
        }
    }

    private static Duration shortest(Duration one, Duration other) {
        Duration shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.compareTo(LONGEST_WAIT) < 0 ? shorter : LONGEST_WAIT;
    }

    @Override
    public Waiting waiting() {
        return new RealWaiting();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private record Timer(Moment at, long order, Runnable message) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
