package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.Set;

/** Sees pods end. Loads no client by itself. */
public final class PodEffects implements EffectProvider {
    @Override
    public Set<String> faultTypes() {
        return Set.of("kubernetes/pod-kill", "kubernetes/pod-evict");
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        return (fault, target) -> {
            ClusterAccess access = ClusterAccess.of(toolbox.systems().get(ClusterWatch.attribute(target, "system")));
            return new PodWatch(
                    access,
                    toolbox.redactor(),
                    new PodWatch.Sought(
                            ClusterWatch.attribute(target, "namespace"),
                            ClusterWatch.attribute(target, "pod"),
                            ClusterWatch.attribute(target, "uid")));
        };
    }
}
