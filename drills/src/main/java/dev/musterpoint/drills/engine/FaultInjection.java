package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.engine.EffectSearch.Timed;
import dev.musterpoint.drills.engine.InjectionCall.Made;
import dev.musterpoint.drills.evidence.Evidence.ConditionRead;
import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spi.Condition.Answer;
import dev.musterpoint.drills.spi.ConditionProvider;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One fault on its way into its targets, one after another, in steps that each go on when the one before is done, so that
 * several faults can be on their way at once. Owned by the run's thread.
 */
final class FaultInjection {
    private final PlannedFault fault;
    private final RunPorts ports;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final Undoing undoing;
    private final RunLoop loop;
    private final ProbeStates probes;
    private final BooleanSupplier untouched;
    private final BiConsumer<PlannedFault, Moment> whenIn;
    private final Iterator<Target> targets;
    private final List<EffectSearch> searches = new ArrayList<>();
    private Moment started;
    private Moment holdEnds = Deadlines.NEVER;
    private InjectionCall call;
    private String late = "";
    private RunFailed failure;
    private boolean stopped;
    private boolean abandoned;
    private String skipped = "";

    /**
     * @param untouched whether nothing was injected yet by any fault, so that the run can still be refused
     * @param whenIn    told once the fault is in all its targets, with T0⁻
     */
    FaultInjection(
            PlannedFault fault,
            RunPorts ports,
            Toolbox toolbox,
            EvidenceWriter evidence,
            Undoing undoing,
            RunLoop loop,
            ProbeStates probes,
            BooleanSupplier untouched,
            BiConsumer<PlannedFault, Moment> whenIn) {
        this.fault = fault;
        this.ports = ports;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.undoing = undoing;
        this.loop = loop;
        this.probes = probes;
        this.untouched = untouched;
        this.whenIn = whenIn;
        this.targets = fault.targets().iterator();
    }

    /** A fault whose condition does not hold is not even looked at: what it would touch may be gone. */
    void begin() {
        onCondition(false, this::next);
    }

    private void next() {
        late = "";
        if (targets.hasNext()) {
            prepare(targets.next());
        } else {
            whenIn.accept(fault, started);
        }
    }

    private void prepare(Target target) {
        String type = fault.spec().type();
        FaultInjector injector = ports.catalogue().faults().get(type).injector(type, toolbox);
        step("prepare", target, () -> injector.prepare(fault, target), undo -> look(injector, target, undo));
    }

    /** The effect must not be there before the fault: then it would prove nothing. */
    private void look(FaultInjector injector, Target target, UndoRecord undo) {
        Callable<Looked> look = () -> {
            EffectWatch watch =
                    ports.effects().inspector(fault.spec().type(), toolbox).watch(fault, target, probes);
            return new Looked(watch, watch.read());
        };
        step("look at", target, look, looked -> {
            if (looked.before().effect()) {
                looked.watch().close();
                refuse("cannot test " + target.id() + ": it is already so before the fault ("
                        + looked.before().detail() + "); put it right first");
            } else {
                clear(
                        target,
                        () -> onCondition(true, () -> {
                            undoing.prepare(undo);
                            call(
                                    injector,
                                    target,
                                    undo,
                                    new EffectSearch(fault, target, looked.watch(), evidence, loop));
                        }));
            }
        });
    }

    /** Last of all, for what was allowed when the run began may be so no longer. */
    private void clear(Target target, Runnable then) {
        late = "whether " + target.id() + " may be touched was not known while another fault may stand";
        Task<Optional<String>> answer = ClearanceQuestion.ask(ports.clearance(), loop);
        answer.whenDone(() -> {
            if (!stopped) {
                answer.value().ifPresentOrElse(this::refuse, then);
            }
        });
    }

    /**
     * Goes on if the fault's condition holds. Once the first target was called the fault itself may have changed what the
     * condition speaks of, so that it is asked no more.
     */
    private void onCondition(boolean last, Runnable then) {
        ConditionSpec when = fault.spec().when().orElse(null);
        if (when == null || !searches.isEmpty()) {
            then.run();
            return;
        }
        late = "whether the condition of '" + fault.spec().name()
                + "' holds was not known while another fault may stand";
        ConditionProvider provider = ports.catalogue().conditions().get(when.type());
        Task<Answer> answer = ConditionQuestion.ask(() -> provider.condition(when, toolbox, probes), loop);
        answer.whenDone(() -> {
            if (!stopped) {
                answered(when, answer.value(), last, then);
            }
        });
    }

    private void answered(ConditionSpec when, Answer answer, boolean last, Runnable then) {
        boolean holds = answer.holds() == Holds.YES;
        if (last || !holds) {
            evidence.fact(new ConditionRead(fault.number(), when.toString(), answer.holds(), answer.sentence()));
        }
        if (holds) {
            then.run();
            return;
        }
        late = "";
        skipped = ConditionQuestion.reason(answer);
        evidence.fact(new FaultSkipped(fault.number(), fault.spec().name(), skipped));
    }

    /** Does {@code work} elsewhere and then, unless nothing more is wanted, goes on. */
    private <T> void step(String what, Target target, Callable<T> work, Consumer<T> then) {
        late = "could not " + what + " " + target.id() + " while another fault may stand";
        Task<T> task = loop.start(what.split(" ")[0], work);
        task.whenDone(() -> {
            if (stopped) {
                return;
            }
            if (task.error().isPresent()) {
                failure = new RunFailed(
                        "cannot " + what + " " + target.id() + ": " + task.message(),
                        task.error().get());
            } else {
                then.accept(task.value());
            }
        });
    }

    private void refuse(String message) {
        failure = untouched.getAsBoolean() ? new RunRefused(message) : new RunFailed(message, null);
    }

    private void call(FaultInjector injector, Target target, UndoRecord undo, EffectSearch search) {
        late = what(target) + " took longer than a fault may stand";
        searches.add(search);
        holdEnds =
                Deadlines.earlier(holdEnds, loop.clock().now().plus(fault.spec().holdFor()));
        InjectionCall made = new InjectionCall(fault, target, undoing.sink(undo), loop);
        call = made;
        Task<Timed> effect = made.start(injector, search);
        undoing.making(undo, made.made()::isDone);
        made.made().whenDone(() -> {
            if (!abandoned) {
                returned(target, undo, made.made().value());
            }
            if (!stopped && failure == null) {
                search.await(effect, made.made().value().started());
                next();
            }
        });
    }

    private void returned(Target target, UndoRecord undo, Made made) {
        evidence.fact(new InjectionReturned(
                fault.number(), target.id(), undo.id(), made.started(), made.returned(), made.error()));
        if (!made.error().isEmpty() && !stopped) {
            // One that was told to stop did not fail by itself.
            failure = new RunFailed(what(target) + " failed: " + made.error(), null);
        } else if (made.error().isEmpty() && started == null) {
            started = made.started();
            holdEnds = started.plus(fault.spec().holdFor());
        }
    }

    private String what(Target target) {
        return "injecting '" + fault.spec().name() + "' into " + target.id();
    }

    /** Goes no further; a call under way is told that it is no longer wanted. */
    void stop() {
        stopped = true;
        if (!hasLetGo()) {
            call.cancellation().cancel();
        }
    }

    /** No call is under way any more. */
    boolean hasLetGo() {
        return call == null || call.made().isDone();
    }

    /** A call that is still under way is not waited for any longer, and its end no fact of this run. */
    void abandon() {
        abandoned = true;
    }

    Optional<RunFailed> failure() {
        return Optional.ofNullable(failure);
    }

    /** What to say when time is up and the fault is still on its way; empty when it is not. */
    String late() {
        return late;
    }

    /** When what was injected must be lifted. */
    Moment holdEnds() {
        return holdEnds;
    }

    List<EffectSearch> searches() {
        return searches;
    }

    /** The fault is in all its targets, and reads have shown the effect in each, or that they will not. */
    boolean isSettled() {
        return late.isEmpty() && searches.stream().allMatch(EffectSearch::isSettled);
    }

    boolean isSeen() {
        return isSettled() && searches.stream().allMatch(EffectSearch::isSeen);
    }

    /** Why the fault was left out; empty when it was not. */
    String skipped() {
        return skipped;
    }

    private record Looked(EffectWatch watch, Reading before) {}
}
