package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fault {@code noop}: nothing but a switch in memory, and a script of how badly it goes. */
public final class NoopFault implements InjectorProvider, FaultInjector {
    public static final String TYPE = "noop";

    private static final Duration FOR_EVER = Duration.ofHours(2);

    private final VirtualTime time;
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Moment> standing = new HashMap<>();
    private UndoKind kind = UndoKind.AUTO;
    private Duration readying = Duration.ZERO;
    private Duration takes = Duration.ZERO;
    private Duration inFlight = Duration.ZERO;
    private Duration late;
    private boolean deaf;
    private String injectFails = "";
    private String failsIn = "";
    private boolean half;
    private int recoverFails;
    private boolean stuck;
    private String hangsIn = "";
    private Throwable thrown;
    private String thrownBy = "";

    public NoopFault(VirtualTime time) {
        this.time = time;
    }

    public NoopFault kind(UndoKind undo) {
        kind = undo;
        return this;
    }

    /** It makes ready for so long, and says when it begins to act. */
    public NoopFault readyAfter(Duration duration) {
        readying = duration;
        return this;
    }

    /** Injecting takes this long and can be cancelled. */
    public NoopFault slow(Duration duration) {
        takes = duration;
        return this;
    }

    /** Injecting takes this long whatever anybody says, and takes effect at its end. */
    public NoopFault deaf(Duration duration) {
        deaf = true;
        return slow(duration);
    }

    public NoopFault injectFails(String error) {
        injectFails = error;
        return this;
    }

    /** Injecting fails in one target only. */
    public NoopFault injectFailsIn(String target, String error) {
        failsIn = target;
        return injectFails(error);
    }

    /** Injecting fails, but the fault stands. */
    public NoopFault halfFails(String error) {
        half = true;
        return injectFails(error);
    }

    /** The first {@code times} attempts to undo fail. */
    public NoopFault recoverFails(int times) {
        recoverFails = times;
        return this;
    }

    /** Undoing says that it worked, but the fault stays. */
    public NoopFault stuck() {
        stuck = true;
        return this;
    }

    /** Undoing does not come back from one target while anybody waits for it. */
    public NoopFault recoverHangsIn(String target) {
        hangsIn = target;
        return this;
    }

    /** So long after the first attempt to undo, a request that was on its way puts the fault back. */
    public NoopFault lateRequestAfterRecover(Duration duration) {
        late = duration;
        return this;
    }

    public NoopFault inFlightFor(Duration duration) {
        inFlight = duration;
        return this;
    }

    /** {@code method} throws what no interface announces: a runtime exception or an error. */
    public NoopFault throwing(String method, Throwable what) {
        thrownBy = method;
        thrown = what;
        return this;
    }

    /** The methods called, in order: {@code prepare}, {@code inject}, {@code recover 1-…}, {@code inspect 1-…}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public boolean isStanding() {
        return !standing.isEmpty();
    }

    /** Since when the fault stands in a target; empty when it does not. */
    public Optional<Moment> since(String target) {
        return Optional.ofNullable(standing.get(target));
    }

    /** Puts the fault back, as a request does that arrives late. */
    public void stand(String target) {
        standing.put(target, time.now());
    }

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(TYPE, "Nothing.", List.of(), List.of(), List.of(), List.of(), kind));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        fail("injector");
        return this;
    }

    @Override
    public TargetResolver resolver(String type) {
        return (fault, system) -> List.of(new Target("db/primary", "processes", "db", 2, true, Map.of()));
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) {
        called("prepare");
        return new UndoRecord(
                "fault-" + fault.number() + "-" + target.id(),
                "fault:" + TYPE,
                target.id(),
                "muster/" + fault.number(),
                kind,
                fault.spec().holdFor(),
                Map.of(),
                "noop --undo " + target.id());
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        called("inject");
        injection.amend(Map.of("made", "by inject"));
        if (!readying.isZero()) {
            time.spend(readying, injection.cancellation());
            injection.begins();
        }
        boolean fails = failsIn.isEmpty() || failsIn.equals(target.id());
        time.spend(
                fails && !failsIn.isEmpty() ? Duration.ZERO : takes,
                deaf ? new Cancellation() : injection.cancellation());
        if (!fails || injectFails.isEmpty() || half) {
            stand(target.id());
        }
        if (fails && !injectFails.isEmpty()) {
            throw new InjectionException(injectFails);
        }
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        called("recover " + undo.id());
        if (undo.target().equals(hangsIn)) {
            time.spend(FOR_EVER, new Cancellation());
        }
        if (recoverFails-- > 0) {
            throw new InjectionException("the API answered 500");
        }
        if (!stuck) {
            standing.remove(undo.target());
        }
        if (late != null) {
            time.after(late, () -> stand(undo.target()));
            late = null;
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        called("inspect " + undo.id());
        return standing.containsKey(undo.target()) ? Residue.left("it still stands") : Residue.none("it is gone");
    }

    @Override
    public Duration inFlight() {
        fail("inFlight");
        return inFlight;
    }

    private void called(String call) {
        calls.add(call);
        fail(call.split(" ")[0]);
    }

    private void fail(String method) {
        if (method.equals(thrownBy)) {
            Thrower.throwAsIs(thrown);
        }
    }
}
