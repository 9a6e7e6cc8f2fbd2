package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Injects the faults of a plan, one target after another, and looks for their effect. Owned by the run's thread. */
final class Injecting {
    /** How long an injector may take to notice that it is no longer wanted. */
    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private final RunPorts ports;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final Undoing undoing;
    private final RunLoop loop;
    private final Waits waits;
    private final List<EffectSearch> searches = new ArrayList<>();

    Injecting(RunPorts ports, Toolbox toolbox, EvidenceWriter evidence, Undoing undoing, RunLoop loop, Waits waits) {
        this.ports = ports;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.undoing = undoing;
        this.loop = loop;
        this.waits = waits;
    }

    /**
     * Injects one fault into all its targets.
     *
     * @return T0⁻: when the first call was made
     */
    Moment inject(PlannedFault fault) throws RunAborted, RunFailed {
        Moment earliest = null;
        for (Target target : fault.targets()) {
            Moment started = inject(fault, target);
            earliest = earliest == null ? started : earliest;
        }
        return earliest;
    }

    private Moment inject(PlannedFault fault, Target target) throws RunAborted, RunFailed {
        FaultInjector injector = ports.catalogue()
                .faults()
                .get(fault.spec().type())
                .injector(fault.spec().type(), toolbox);
        UndoRecord undo = await(loop.start("prepare", () -> injector.prepare(fault, target)), "prepare", target);
        EffectWatch effect = await(loop.start("look", () -> watch(fault, target)), "look at", target);
        undoing.prepare(undo);
        EffectSearch search = new EffectSearch(fault, target, effect, evidence, loop);
        searches.add(search);
        return call(injector, fault, target, undo, search);
    }

    /** The effect must not be there before the fault: then it would prove nothing. */
    private EffectWatch watch(PlannedFault fault, Target target) throws Exception {
        EffectWatch watch =
                ports.effects().inspector(fault.spec().type(), toolbox).watch(fault, target);
        var before = watch.read();
        if (before.effect()) {
            throw new IllegalStateException("it is already so before the fault: " + before.detail());
        }
        return watch;
    }

    private Moment call(FaultInjector injector, PlannedFault fault, Target target, UndoRecord undo, EffectSearch search)
            throws RunAborted, RunFailed {
        Cancellation cancellation = new Cancellation();
        Task<Injected> task = loop.start("inject", () -> injected(injector, fault, target, undo, cancellation));
        try {
            waits.until(task::isDone, Deadlines.NEVER);
        } catch (RunAborted e) {
            cancellation.cancel();
            loop.await(task::isDone, loop.clock().now().plus(LETTING_GO));
            throw e;
        }
        if (task.error().isPresent()) {
            throw new RunFailed(task.message(), task.error().get());
        }
        Injected injected = task.value();
        evidence.fact(new InjectionReturned(
                fault.number(), target.id(), undo.id(), injected.started(), injected.returned(), injected.error()));
        if (!injected.error().isEmpty()) {
            throw new RunFailed(
                    "injecting '" + fault.spec().name() + "' into " + target.id() + " failed: " + injected.error(),
                    null);
        }
        search.start(injected.started());
        return injected.started();
    }

    private Injected injected(
            FaultInjector injector, PlannedFault fault, Target target, UndoRecord undo, Cancellation cancellation) {
        Moment started = loop.clock().now();
        String error = "";
        try {
            injector.inject(fault, target, undoing.sink(undo), cancellation);
        } catch (Exception e) {
            error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        return new Injected(started, loop.clock().now(), error);
    }

    private <T> T await(Task<T> task, String what, Target target) throws RunAborted, RunFailed {
        waits.until(task::isDone, Deadlines.NEVER);
        if (task.error().isPresent()) {
            throw new RunFailed(
                    "cannot " + what + " " + target.id() + ": " + task.message(),
                    task.error().get());
        }
        return task.value();
    }

    boolean effectsSettled() {
        return searches.stream().allMatch(EffectSearch::isSettled);
    }

    /** Whether every target that was looked at showed the effect, and there was one. */
    boolean effectsSeen() {
        return !searches.isEmpty() && searches.stream().allMatch(EffectSearch::isSeen);
    }

    void giveUpSearching() {
        searches.forEach(EffectSearch::giveUp);
    }

    private record Injected(Moment started, Moment returned, String error) {}
}
