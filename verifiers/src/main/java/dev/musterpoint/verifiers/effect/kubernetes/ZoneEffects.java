package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees zones cut off. Loads no client by itself. */
public final class ZoneEffects implements EffectProvider {
    @Override
    public Set<String> faultTypes() {
        return Set.of("kubernetes/zone-cut");
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        return (fault, target) -> {
            ClusterAccess access = ClusterAccess.of(toolbox.systems().get(ClusterWatch.attribute(target, "system")));
            return new ZoneWatch(
                    access,
                    toolbox.redactor(),
                    new ZoneWatch.Sought(
                            List.of(ClusterWatch.attribute(target, "nodes").split(",")),
                            access.namespace(),
                            Map.of(
                                    ClusterNames.RUN,
                                    ClusterNames.runLabel(toolbox.runId()),
                                    ClusterNames.FAULT,
                                    Integer.toString(fault.number()))));
        };
    }
}
