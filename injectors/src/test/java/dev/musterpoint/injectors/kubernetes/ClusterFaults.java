package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.KubernetesSystemProvider;
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
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans, injects and undoes faults on a real cluster, as the engine would. */
public final class ClusterFaults {
    private final InjectorProvider provider;
    private final SystemFacts facts;
    private final Toolbox toolbox;
    private final List<Made> made = new ArrayList<>();

    private record Made(FaultSpec fault, UndoRecord undo) {}

    public ClusterFaults(ThreeZones cluster, InjectorProvider provider) {
        this.provider = provider;
        this.facts = new KubernetesSystemProvider()
                .describe(new SystemSpec(
                        "cluster",
                        "kubernetes",
                        new Params(Map.of(
                                "kubeconfig", cluster.kubeconfig().toString(), "namespace", cluster.namespace()))));
        this.toolbox = new Toolbox("test", Path.of("unused"), name -> facts, new SystemRunClock(), new Redactor());
    }

    /** A fault on the system {@code cluster}. */
    public static FaultSpec fault(String type, Map<String, Object> target, Map<String, Object> params) {
        return new FaultSpec(
                "it goes",
                type,
                Optional.of("cluster"),
                new Params(target),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                BlastRadius.UNSTATED,
                new Params(params));
    }

    public List<Target> resolve(FaultSpec fault) throws InjectionException {
        return provider.resolver(fault.type()).resolve(fault, Optional.of(facts));
    }

    /** The undo record of a fault that is then made. */
    public UndoRecord inject(FaultSpec fault) throws InjectionException {
        Target target = resolve(fault).get(0);
        PlannedFault planned = new PlannedFault(1, fault, List.of(target));
        UndoRecord undo = injector(fault).prepare(planned, target);
        made.add(new Made(fault, undo));
        injector(fault).inject(planned, target, injection());
        return undo;
    }

    /** Undoes all that was begun: other tests have the same nodes. */
    public void undoAll() throws InjectionException {
        for (Made each : made) {
            injector(each.fault()).recover(each.undo());
        }
    }

    public FaultInjector injector(FaultSpec fault) {
        return provider.injector(fault.type(), toolbox);
    }

    private static Injection injection() {
        return new Injection() {
            @Override
            public void begins() {
                // Nobody measures here.
            }

            @Override
            public Cancellation cancellation() {
                return new Cancellation();
            }

            @Override
            public void amend(Map<String, String> data) {
                // Noted by an engine; nobody asks here.
            }
        };
    }
}
