package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.engine.EffectSearch.Timed;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.UndoSink;
import java.util.Map;

/** One call of an injector: when it began to act, and where what undoing needs is written down. */
final class InjectionCall implements Injection {
    private final PlannedFault fault;
    private final Target target;
    private final UndoSink undo;
    private final RunLoop loop;
    private final Cancellation cancellation = new Cancellation();
    private final Task<Made> made = new Task<>();
    private Moment started;
    private boolean begun;

    InjectionCall(PlannedFault fault, Target target, UndoSink undo, RunLoop loop) {
        this.fault = fault;
        this.target = target;
        this.undo = undo;
        this.loop = loop;
        this.started = loop.clock().now();
    }

    /**
     * What became of the call.
     *
     * @param started T0⁻
     * @param error   empty when it succeeded
     */
    record Made(Moment started, Moment returned, String error) {}

    /** Calls the injector and then, on the same thread, looks for the effect. @return what the look finds */
    Task<Timed> start(FaultInjector injector, EffectSearch search) {
        return loop.start("inject", () -> {
            Made result = make(injector);
            loop.post(() -> made.complete(result, null));
            return result.error().isEmpty() ? search.search(result.started()) : search.none();
        });
    }

    /** The call itself, which may have ended long before the effect is seen. It never fails: it tells what went wrong. */
    Task<Made> made() {
        return made;
    }

    private Made make(FaultInjector injector) {
        String error = "";
        try {
            injector.inject(fault, target, this);
        } catch (Throwable e) {
            // Errors too: that the call was made, and when, is a fact whatever became of it.
            error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        Moment returned = loop.clock().now();
        return new Made(started(), returned, error);
    }

    @Override
    public synchronized void begins() {
        if (!begun) {
            started = loop.clock().now();
            begun = true;
        }
    }

    private synchronized Moment started() {
        return started;
    }

    @Override
    public void amend(Map<String, String> data) {
        undo.amend(data);
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }
}
