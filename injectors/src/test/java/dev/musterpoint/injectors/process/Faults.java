package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.engine.OpenSystems;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans and injects one fault as the engine would, keeping its undo record as a journal would. */
final class Faults {
    private final FaultInjector injector;
    private final PlannedFault fault;
    private final Target target;
    private UndoRecord undo;

    private Faults(FaultInjector injector, PlannedFault fault, Target target) {
        this.injector = injector;
        this.fault = fault;
        this.target = target;
    }

    static Toolbox toolbox() {
        return new Toolbox("test", Path.of("unused"), new OpenSystems(), new SystemRunClock(), new Redactor());
    }

    static Faults onPid(String type, String scope, long pid) throws InjectionException {
        FaultSpec spec = spec(type, Map.of("pid", pid), scope);
        return planned(
                spec, new ProcessTargets().resolve(spec, Optional.empty()).get(0), toolbox());
    }

    static Faults on(String type, String scope, Target target, Toolbox toolbox) {
        return planned(spec(type, Map.of(), scope), target, toolbox);
    }

    private static Faults planned(FaultSpec spec, Target target, Toolbox toolbox) {
        FaultInjector injector = new ProcessInjectorProvider().injector(spec.type(), toolbox);
        return new Faults(injector, new PlannedFault(1, spec, List.of(target)), target);
    }

    static FaultSpec spec(String type, Map<String, Object> target, String scope) {
        return new FaultSpec(
                "it dies",
                type,
                Optional.empty(),
                new Params(target),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                new Params(Map.of("scope", scope)));
    }

    UndoRecord prepare() throws InjectionException {
        return injector.prepare(fault, target);
    }

    Faults inject() throws InjectionException {
        undo = prepare();
        injector.inject(fault, target, injection(data -> undo = undo.amended(data)));
        return this;
    }

    static Injection injection(UndoSink undo) {
        return injection(undo, new Cancellation());
    }

    static Injection injection(UndoSink undo, Cancellation cancellation) {
        return new Injection() {
            @Override
            public void begins() {
                // Nobody measures here.
            }

            @Override
            public Cancellation cancellation() {
                return cancellation;
            }

            @Override
            public void amend(Map<String, String> data) {
                undo.amend(data);
            }
        };
    }

    UndoRecord undo() {
        return undo;
    }
}
