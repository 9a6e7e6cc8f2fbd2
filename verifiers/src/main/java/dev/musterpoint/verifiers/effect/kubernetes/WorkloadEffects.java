package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.Set;

/** Sees workloads shrink and grow. Loads no client by itself. */
public final class WorkloadEffects implements EffectProvider {
    @Override
    public Set<String> faultTypes() {
        return Set.of("kubernetes/scale");
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        return (fault, target) -> new ReplicaWatch(
                ClusterAccess.of(toolbox.systems().get(fault.spec().system().orElseThrow())),
                toolbox.redactor(),
                target.attributes(),
                fault.spec().params().find("replicas").map(Integer::parseInt).orElse(0));
    }
}
