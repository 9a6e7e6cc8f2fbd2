package dev.musterpoint.injectors.kubernetes.workload;

import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.ClusterUser;
import dev.musterpoint.connections.kubernetes.KubernetesSystemProvider;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the fault type {@code kubernetes/scale}. Loads no client by itself. */
public final class WorkloadInjectorProvider implements InjectorProvider, ClusterUser {
    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                "kubernetes/scale",
                "Lets a workload want another number of pods. An autoscaler of the same workload would work against it",
                List.of(Parameter.optional(
                        ScaleInjector.REPLICAS, ParameterType.INTEGER, "0", "How many pods it is to want")),
                WorkloadTargets.parameters(),
                List.of(KubernetesSystemProvider.TYPE),
                List.of("to get and update the workload"),
                UndoKind.AUTO));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return new ScaleInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return new WorkloadTargets();
    }

    @Override
    public List<ClusterRule> rules(String type, Params target, String namespace) {
        return WorkloadTargets.rules(target, namespace);
    }
}
