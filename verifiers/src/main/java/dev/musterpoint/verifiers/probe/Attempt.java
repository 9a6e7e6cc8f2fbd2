package dev.musterpoint.verifiers.probe;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spi.Cancellation;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt on its way. Its answer and its timeout race to settle it; the first one does. */
final class Attempt {
    private final long tick;
    private final int slot;
    private final Moment due;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean settled = new AtomicBoolean();
    /** When it started; until then, when it was sent off, which is not later. */
    private volatile Moment started;

    Attempt(long tick, int slot, Moment due, Moment sentOff) {
        this.tick = tick;
        this.slot = slot;
        this.due = due;
        this.started = sentOff;
    }

    long tick() {
        return tick;
    }

    int slot() {
        return slot;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    void start(Moment now) {
        started = now;
    }

    /** It started then, or will not start before. */
    Moment notBefore() {
        return started;
    }

    /** Whether the caller is the one to say what became of it. */
    boolean settle() {
        return settled.compareAndSet(false, true);
    }

    Observation observed(Moment ended, AnswerKind kind, String detail, String server) {
        return new Observation(tick, slot, due, started, ended, kind, detail, server);
    }
}
