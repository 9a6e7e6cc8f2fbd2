package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.KubernetesSystemProvider;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the fault type {@code kubernetes/pod-kill}. Loads no client by itself. */
public final class PodInjectorProvider implements InjectorProvider {
    static final String ALLOW_BARE = "allowBare";

    private static final String KILL = "kubernetes/pod-kill";

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                KILL,
                "Deletes pods, without asking disruption budgets",
                List.of(
                        GracePeriod.parameter(),
                        Parameter.optional(
                                ALLOW_BARE,
                                ParameterType.BOOLEAN,
                                "false",
                                "Whether pods may be chosen that no controller would make again")),
                PodSelection.parameters(),
                List.of(KubernetesSystemProvider.TYPE),
                List.of(
                        "to get, list and delete pods, and to get and list their workloads, in the namespace",
                        "to list nodes, to tell pods by zone"),
                UndoKind.NONE));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return new PodKillInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return new PodTargets(OwnPod.ofThisProcess());
    }
}
