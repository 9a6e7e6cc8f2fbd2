package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import java.time.Duration;

/** Reads one target again and again until a read sees the fault's effect, or time is up. Owned by the run's thread, but for the reading. */
final class EffectSearch {
    private static final Duration PERIOD = Duration.ofMillis(1);
    /** How long the last read may take; one that never returns must not hold up the run. */
    private static final Duration LAST_READ = Duration.ofSeconds(1);

    private final PlannedFault fault;
    private final Target target;
    private final EffectWatch watch;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private volatile boolean settled;
    private boolean seen;
    private volatile String last = "not read yet";
    private volatile boolean reading;

    EffectSearch(PlannedFault fault, Target target, EffectWatch watch, EvidenceWriter evidence, RunLoop loop) {
        this.fault = fault;
        this.target = target;
        this.watch = watch;
        this.evidence = evidence;
        this.loop = loop;
    }

    /**
     * Reads until a read sees the effect or time is up. Runs on the thread that injected, as soon as that is done: each
     * moment until then widens the interval, and the run's thread has other work to do.
     *
     * @param from T0⁻
     */
    Timed search(Moment from) throws InterruptedException {
        try {
            return readUntilSeen(until(from));
        } finally {
            watch.close();
        }
    }

    private Timed readUntilSeen(Moment until) throws InterruptedException {
        Timed timed = read();
        Timed acts = timed;
        while (!timed.reading().effect() && !settled && loop.clock().now().isBefore(until)) {
            loop.waiting().pause(PERIOD);
            timed = read();
            acts = acts.reading().acts() && timed.reading().acts() ? acts : timed;
        }
        return new Timed(acts.started(), acts.returned(), timed.reading());
    }

    /** For a fault that did not come: there is nothing to look for. */
    Timed none() {
        watch.close();
        return null;
    }

    private Moment until(Moment from) {
        return from.plus(fault.spec().effectWithin());
    }

    /** Waits for what the search finds. */
    void await(Task<Timed> search, Moment from) {
        loop.after(until(from).minus(loop.clock().now()).plus(LAST_READ), this::giveUp);
        search.whenDone(() -> took(search));
    }

    private Timed read() {
        Moment started = loop.clock().now();
        reading = true;
        Reading read = reading();
        last = read.detail();
        reading = false;
        return new Timed(started, loop.clock().now(), read);
    }

    private Reading reading() {
        try {
            return watch.read();
        } catch (Exception e) {
            // A read that failed proves nothing; the next one may.
            return new Reading(false, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private void took(Task<Timed> task) {
        if (settled) {
            return;
        }
        if (task.error().isPresent()) {
            last = task.message();
        }
        if (task.error().isEmpty() && task.value().reading().effect()) {
            Timed timed = task.value();
            settle(true);
            evidence.fact(
                    new Evidence.EffectSeen(fault.number(), target.id(), timed.started(), timed.returned(), last));
        } else {
            giveUp();
        }
    }

    /** Ends the search; what was not seen by now counts as not seen. */
    void giveUp() {
        if (!settled) {
            settle(false);
            evidence.fact(new Evidence.EffectNotSeen(
                    fault.number(),
                    target.id(),
                    loop.clock().now(),
                    reading ? last + "; then a read began that did not return" : last));
        }
    }

    private void settle(boolean found) {
        settled = true;
        seen = found;
    }

    boolean isSettled() {
        return settled;
    }

    boolean isSeen() {
        return seen;
    }

    /** A read and when it was made. */
    record Timed(Moment started, Moment returned, Reading reading) {}
}
