package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.engine.EffectSearch.Timed;
import dev.musterpoint.drills.engine.InjectionCall.Made;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
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
     * @param latest when a fault that stands already must be lifted; nothing is injected after that
     * @return T0⁻: when the first call was made
     */
    Moment inject(PlannedFault fault, Moment latest) throws RunAborted, RunFailed {
        Moment earliest = null;
        for (Target target : fault.targets()) {
            Moment limit = earliest == null
                    ? latest
                    : Deadlines.earlier(latest, earliest.plus(fault.spec().holdFor()));
            Moment started = inject(fault, target, limit);
            earliest = earliest == null ? started : earliest;
        }
        return earliest;
    }

    private Moment inject(PlannedFault fault, Target target, Moment latest) throws RunAborted, RunFailed {
        FaultInjector injector = ports.catalogue()
                .faults()
                .get(fault.spec().type())
                .injector(fault.spec().type(), toolbox);
        UndoRecord undo =
                await(loop.start("prepare", () -> injector.prepare(fault, target)), "prepare", target, latest);
        EffectWatch effect = look(fault, target, latest);
        undoing.prepare(undo);
        EffectSearch search = new EffectSearch(fault, target, effect, evidence, loop);
        searches.add(search);
        return call(injector, fault, target, undo, search, latest);
    }

    /** The effect must not be there before the fault: then it would prove nothing. */
    private EffectWatch look(PlannedFault fault, Target target, Moment latest) throws RunAborted, RunFailed {
        Task<Looked> task = loop.start("look", () -> {
            EffectWatch watch =
                    ports.effects().inspector(fault.spec().type(), toolbox).watch(fault, target);
            return new Looked(watch, watch.read());
        });
        Looked looked = await(task, "look at", target, latest);
        if (looked.before().effect()) {
            String message = "cannot test " + target.id() + ": it is already so before the fault ("
                    + looked.before().detail() + "); put it right first";
            throw searches.isEmpty() ? new RunRefused(message) : new RunFailed(message, null);
        }
        return looked.watch();
    }

    private Moment call(
            FaultInjector injector,
            PlannedFault fault,
            Target target,
            UndoRecord undo,
            EffectSearch search,
            Moment latest)
            throws RunAborted, RunFailed {
        Moment limit =
                Deadlines.earlier(latest, loop.clock().now().plus(fault.spec().holdFor()));
        InjectionCall call = new InjectionCall(fault, target, undoing.sink(undo), loop);
        Task<Timed> effect = call.start(injector, search);
        Task<Made> task = call.made();
        undoing.making(undo, task::isDone);
        boolean inTime = false;
        try {
            inTime = waits.until(task::isDone, limit);
        } finally {
            if (!inTime) {
                call.cancellation().cancel();
                loop.await(task::isDone, loop.clock().now().plus(LETTING_GO));
            }
            if (task.isDone()) {
                Made made = task.value();
                evidence.fact(new InjectionReturned(
                        fault.number(), target.id(), undo.id(), made.started(), made.returned(), made.error()));
            }
        }
        if (!inTime) {
            throw new RunFailed(what(fault, target) + " took longer than a fault may stand", null);
        }
        if (!task.value().error().isEmpty()) {
            throw new RunFailed(what(fault, target) + " failed: " + task.value().error(), null);
        }
        search.await(effect, task.value().started());
        return task.value().started();
    }

    private static String what(PlannedFault fault, Target target) {
        return "injecting '" + fault.spec().name() + "' into " + target.id();
    }

    private <T> T await(Task<T> task, String what, Target target, Moment latest) throws RunAborted, RunFailed {
        if (!waits.until(task::isDone, latest)) {
            throw new RunFailed("could not " + what + " " + target.id() + " while another fault may stand", null);
        }
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

    private record Looked(EffectWatch watch, Reading before) {}
}
