package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Bytes on their way, each chunk held back for a time and never overtaken by a later one. One thread puts, one takes. */
final class DelayLine {
    /** A sender that is this far ahead has to wait, so that a long delay cannot take all memory. */
    private static final long MOST_BYTES = 256L << 20;

    private final RunClock clock;
    private final Supplier<Duration> delay;
    private final Queue<Chunk> chunks = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long held;
    private boolean dropped;

    DelayLine(RunClock clock, Supplier<Duration> delay) {
        this.clock = clock;
        this.delay = delay;
    }

    private record Chunk(Moment due, byte[] bytes) {}

    /** Takes in a chunk; waits while the line is full. A dropped line takes in nothing. */
    void put(byte[] bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (held + bytes.length > MOST_BYTES && !dropped) {
                changed.await();
            }
            chunks.add(new Chunk(clock.now().plus(delay.get()), bytes));
            held += bytes.length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next chunk, once it is due; empty when the line was dropped. */
    Optional<byte[]> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!dropped) {
                Chunk next = chunks.peek();
                long wait = next == null
                        ? Long.MAX_VALUE
                        : next.due().minus(clock.now()).toNanos();
                if (wait <= 0) {
                    held -= next.bytes().length;
                    changed.signalAll();
                    return Optional.of(chunks.remove().bytes());
                }
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Loses everything held back, at once and for ever. */
    void drop() {
        lock.lock();
        try {
            dropped = true;
            chunks.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
