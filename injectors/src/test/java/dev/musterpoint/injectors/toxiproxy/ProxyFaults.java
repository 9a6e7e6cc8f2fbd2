package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.connections.toxiproxy.ToxiproxySystemProvider;
import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Systems;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Faults in proxies of one server, as an engine would make them. */
final class ProxyFaults {
    private final ToxiproxyInjectorProvider provider = new ToxiproxyInjectorProvider();
    private final SystemFacts system;

    ProxyFaults(String url) {
        system = new ToxiproxySystemProvider()
                .describe(new SystemSpec("px", "toxiproxy", new Params(Map.of("url", url))));
    }

    private static Toolbox toolbox(Systems systems) {
        return new Toolbox("run-1", Path.of("unused"), systems, new SystemRunClock(), new Redactor());
    }

    /** In a run, whose systems are open. */
    FaultInjector injector(String type) {
        return provider.injector(type, toolbox(name -> system));
    }

    /** In a process that has nothing but the record. */
    FaultInjector recovering(String type) {
        return provider.injector(type, toolbox(name -> {
            throw new IllegalArgumentException("no system is open when only undoing");
        }));
    }

    PlannedFault planned(String type, Map<String, Object> params) throws InjectionException {
        FaultSpec spec = new FaultSpec(
                "it breaks",
                type,
                Optional.of("px"),
                new Params(Map.of("proxy", "db")),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                new Params(params));
        return new PlannedFault(1, spec, provider.resolver(type).resolve(spec, Optional.of(system)));
    }

    UndoRecord prepare(PlannedFault fault) throws InjectionException {
        UndoRecord undo =
                injector(fault.spec().type()).prepare(fault, fault.targets().get(0));
        JsonCodec<UndoRecord> codec = JsonCodec.lines(UndoRecord.class);
        return codec.decode(codec.encode(undo), "test");
    }

    void inject(PlannedFault fault) throws InjectionException {
        Target target = fault.targets().get(0);
        injector(fault.spec().type()).inject(fault, target, new Injection() {
            @Override
            public void begins() {
                // T0 is not of interest here.
            }

            @Override
            public Cancellation cancellation() {
                return new Cancellation();
            }

            @Override
            public void amend(Map<String, String> data) {
                throw new AssertionError("all that undoing needs is known before");
            }
        });
    }
}
