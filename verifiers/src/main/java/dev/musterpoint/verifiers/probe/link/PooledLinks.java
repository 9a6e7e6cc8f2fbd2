package dev.musterpoint.verifiers.probe.link;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A pool as applications have one: of limited size, the longest unused first, so that all of it is used. A connection stays
 * until it fails, the server ends it, or it has grown too old. Nothing is tested before it is lent, and nothing is tried again.
 */
public final class PooledLinks<L extends Link> implements Links<L> {
    private final Supplier<L> maker;
    private final int size;
    private final Duration maxLifetime;
    private final RunClock clock;
    private final Semaphore room;
    private final Deque<Member<L>> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * A pool that is empty, and fills as it is used.
     *
     * @param maker       makes connections that are not open yet
     * @param size        the most connections at once
     * @param maxLifetime after which a connection is replaced when it is not in use
     */
    public PooledLinks(Supplier<L> maker, int size, Duration maxLifetime, RunClock clock) {
        this.maker = maker;
        this.size = size;
        this.maxLifetime = maxLifetime;
        this.clock = clock;
        this.room = new Semaphore(size);
    }

    private record Member<L>(L link, Moment made, boolean isNew) {
        Member<L> used() {
            return new Member<>(link, made, false);
        }
    }

    /** @throws IOException when all connections stay in use for {@code timeout} */
    @Override
    public <T> T use(Duration timeout, Cancellation cancellation, Work<L, T> work) throws Exception {
        if (!room.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("all " + size + " connections of the pool are in use");
        }
        try {
            return use(lend(), timeout, cancellation, work);
        } finally {
            room.release();
        }
    }

    private <T> T use(Member<L> member, Duration timeout, Cancellation cancellation, Work<L, T> work) throws Exception {
        Hold hold = new Hold(member.link(), cancellation);
        try {
            if (member.isNew()) {
                member.link().open(timeout);
            }
            return work.on(member.link());
        } finally {
            boolean whole = hold.release();
            if (!whole || !member.link().isReusable() || !takeBack(member.used())) {
                member.link().close();
            }
        }
    }

    private Member<L> lend() {
        Member<L> next = nextIdle();
        while (next != null && clock.now().minus(next.made()).compareTo(maxLifetime) >= 0) {
            next.link().close();
            next = nextIdle();
        }
        return next == null ? new Member<>(maker.get(), clock.now(), true) : next;
    }

    private synchronized Member<L> nextIdle() {
        return idle.pollFirst();
    }

    private synchronized boolean takeBack(Member<L> member) {
        return !closed && idle.add(member);
    }

    @Override
    public void close() {
        for (Member<L> member = closeAndTake(); member != null; member = nextIdle()) {
            member.link().close();
        }
    }

    private synchronized Member<L> closeAndTake() {
        closed = true;
        return idle.pollFirst();
    }
}
