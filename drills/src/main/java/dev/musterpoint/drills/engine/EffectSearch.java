package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import java.time.Duration;

/** Reads one target again and again until a read sees the fault's effect, or time is up. Owned by the run's thread. */
final class EffectSearch {
    private static final Duration PERIOD = Duration.ofMillis(1);
    /** How long the last read may take; one that never returns must not hold up the run. */
    private static final Duration LAST_READ = Duration.ofSeconds(1);

    private final PlannedFault fault;
    private final Target target;
    private final EffectWatch watch;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private Moment until;
    private boolean settled;
    private boolean seen;
    private String last = "not read yet";

    EffectSearch(PlannedFault fault, Target target, EffectWatch watch, EvidenceWriter evidence, RunLoop loop) {
        this.fault = fault;
        this.target = target;
        this.watch = watch;
        this.evidence = evidence;
        this.loop = loop;
    }

    void start(Moment from) {
        until = from.plus(fault.spec().effectWithin());
        loop.after(until.minus(loop.clock().now()).plus(LAST_READ), this::giveUp);
        next();
    }

    private void next() {
        if (settled) {
            return;
        }
        Task<Timed> task = loop.start("effect", this::read);
        task.whenDone(() -> took(task));
    }

    private Timed read() throws Exception {
        Moment started = loop.clock().now();
        Reading reading = watch.read();
        return new Timed(started, loop.clock().now(), reading);
    }

    private void took(Task<Timed> task) {
        if (settled) {
            return;
        }
        last = task.error().isPresent()
                ? task.message()
                : task.value().reading().detail();
        if (task.error().isEmpty() && task.value().reading().effect()) {
            Timed timed = task.value();
            settle(true);
            evidence.fact(
                    new Evidence.EffectSeen(fault.number(), target.id(), timed.started(), timed.returned(), last));
        } else if (loop.clock().now().isBefore(until)) {
            loop.after(PERIOD, this::next);
        } else {
            giveUp();
        }
    }

    /** Ends the search; what was not seen by now counts as not seen. */
    void giveUp() {
        if (!settled) {
            settle(false);
            evidence.fact(new Evidence.EffectNotSeen(
                    fault.number(), target.id(), loop.clock().now(), last));
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

    private record Timed(Moment started, Moment returned, Reading reading) {}
}
