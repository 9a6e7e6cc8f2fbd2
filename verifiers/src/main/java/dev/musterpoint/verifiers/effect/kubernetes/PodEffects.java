package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
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
            ClusterAccess access = ClusterAccess.of(toolbox.systems().get(attribute(target, "system")));
            return new PodWatch(
                    access,
                    toolbox.redactor(),
                    new PodWatch.Sought(
                            attribute(target, "namespace"), attribute(target, "pod"), attribute(target, "uid")));
        };
    }

    private static String attribute(Target target, String name) throws InjectionException {
        String value = target.attributes().get(name);
        if (value == null) {
            throw new InjectionException("target " + target.id() + " does not say its '" + name + "'; plan it again");
        }
        return value;
    }
}
