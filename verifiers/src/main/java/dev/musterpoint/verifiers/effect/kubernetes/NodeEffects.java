package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.List;
import java.util.Set;

/** Sees nodes closed to new pods, and zones emptied. Loads no client by itself. */
public final class NodeEffects implements EffectProvider {
    private static final String CORDON = "kubernetes/node-cordon";

    @Override
    public Set<String> faultTypes() {
        return Set.of(CORDON, "kubernetes/node-drain", "kubernetes/zone-evacuate");
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        return (fault, target) -> watch(fault, target, toolbox);
    }

    private static EffectWatch watch(PlannedFault fault, Target target, Toolbox toolbox) throws InjectionException {
        ClusterAccess access =
                ClusterAccess.of(toolbox.systems().get(fault.spec().system().orElseThrow()));
        List<String> names = List.of(ClusterWatch.attribute(target, "nodes").split(","));
        return fault.spec().type().equals(CORDON)
                ? new CordonWatch(access, toolbox.redactor(), names)
                : new LeavingPodsWatch(
                        access, toolbox.redactor(), names, fault.spec().params().flag("daemonSets", false));
    }
}
