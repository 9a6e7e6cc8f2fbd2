package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.ClusterUser;
import dev.musterpoint.connections.kubernetes.KubernetesSystemProvider;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.injectors.kubernetes.ClusterReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Offers the fault types {@code kubernetes/pod-kill} and {@code kubernetes/pod-evict}. Loads no client by itself. */
public final class PodInjectorProvider implements InjectorProvider, ClusterUser {
    static final String ALLOW_BARE = "allowBare";

    private static final String KILL = "kubernetes/pod-kill";
    static final String EVICT = "kubernetes/pod-evict";
    /** The types that take pods away. */
    static final Set<String> TAKING_AWAY = Set.of(KILL, EVICT);

    @Override
    public List<TypeInfo> types() {
        return List.of(
                info(KILL, "Deletes pods, without asking disruption budgets", "delete pods", List.of()),
                info(
                        EVICT,
                        "Evicts pods as a drain does: disruption budgets are respected, and waited for",
                        "create pods/eviction",
                        BudgetWait.parameters()));
    }

    private static TypeInfo info(String type, String summary, String act, List<Parameter> more) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                GracePeriod.parameter(),
                Parameter.optional(
                        ALLOW_BARE,
                        ParameterType.BOOLEAN,
                        "false",
                        "Whether pods may be chosen that no controller would make again")));
        parameters.addAll(more);
        return new TypeInfo(
                type,
                summary,
                parameters,
                PodSelection.parameters(),
                List.of(KubernetesSystemProvider.TYPE),
                List.of(
                        "to get and list pods, to " + act + ", and to get and list their workloads, in the namespace",
                        "to list nodes, to tell pods by zone"),
                UndoKind.NONE);
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return type.equals(KILL) ? new PodKillInjector(toolbox) : new PodEvictInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return new PodTargets(OwnPod.ofThisProcess(), namespace -> PodRules.needed(type, namespace));
    }

    @Override
    public List<ClusterRule> wanted(String type, Params target, String namespace) {
        return ClusterReading.RULES;
    }

    @Override
    public List<ClusterRule> rules(String type, Params target, String namespace) {
        return PodRules.of(type, target.text("namespace", namespace));
    }
}
