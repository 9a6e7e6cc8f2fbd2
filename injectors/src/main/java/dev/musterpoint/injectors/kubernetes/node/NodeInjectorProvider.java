package dev.musterpoint.injectors.kubernetes.node;

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
import dev.musterpoint.injectors.kubernetes.ZoneNodes;
import dev.musterpoint.injectors.kubernetes.pod.BudgetWait;
import dev.musterpoint.injectors.kubernetes.pod.GracePeriod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Offers the fault types {@code kubernetes/node-cordon}, {@code node-drain} and {@code zone-evacuate}. Loads no client by itself. */
public final class NodeInjectorProvider implements InjectorProvider, ClusterUser {
    private static final String CORDON = "kubernetes/node-cordon";
    static final String DRAIN = "kubernetes/node-drain";
    private static final String EVACUATE = "kubernetes/zone-evacuate";
    private static final List<String> SYSTEMS = List.of(KubernetesSystemProvider.TYPE);
    private static final String EDIT_NODES = "to get, list and update nodes";

    @Override
    public List<TypeInfo> types() {
        return List.of(
                new TypeInfo(
                        CORDON,
                        "Leaves nodes no room for new pods; those that run there stay",
                        List.of(),
                        NodeTargets.parameters(),
                        SYSTEMS,
                        List.of(EDIT_NODES),
                        UndoKind.AUTO),
                new TypeInfo(
                        DRAIN,
                        "Cordons nodes and evicts their pods, as kubectl drain does: disruption budgets are respected, and"
                                + " waited for",
                        Stream.concat(
                                        Stream.of(GracePeriod.parameter(), daemonSets(), allowBare()),
                                        BudgetWait.parameters().stream())
                                .toList(),
                        NodeTargets.parameters(),
                        SYSTEMS,
                        List.of(EDIT_NODES, "to list and evict pods in all namespaces"),
                        UndoKind.AUTO),
                new TypeInfo(
                        EVACUATE,
                        "Empties a zone: its nodes are cordoned and tainted, and its pods taken away without grace; it cuts no"
                                + " network",
                        List.of(daemonSets(), allowBare()),
                        List.of(ZoneNodes.parameter()),
                        SYSTEMS,
                        List.of(EDIT_NODES, "to list and delete pods in all namespaces"),
                        UndoKind.AUTO));
    }

    private static Parameter daemonSets() {
        return Parameter.optional(
                ZonePods.DAEMON_SETS,
                ParameterType.BOOLEAN,
                "false",
                "Whether the pods of DaemonSets are taken away too");
    }

    private static Parameter allowBare() {
        return Parameter.optional(
                ZonePods.ALLOW_BARE,
                ParameterType.BOOLEAN,
                "false",
                "Whether pods may be taken away that no controller would make again");
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return switch (type) {
            case CORDON -> new CordonInjector(toolbox);
            case DRAIN -> new DrainInjector(toolbox, OwnPod.ofThisProcess());
            default -> new ZoneEvacuateInjector(toolbox, OwnPod.ofThisProcess());
        };
    }

    @Override
    public TargetResolver resolver(String type) {
        Optional<OwnPod> own = OwnPod.ofThisProcess();
        return type.equals(EVACUATE) ? new ZoneTargets(own, rules(type)) : new NodeTargets(own, rules(type));
    }

    @Override
    public List<ClusterRule> wanted(String type, Params target, String namespace) {
        return type.equals(CORDON) ? List.of() : ClusterReading.RULES;
    }

    @Override
    public List<ClusterRule> rules(String type, Params target, String namespace) {
        return rules(type);
    }

    private static List<ClusterRule> rules(String type) {
        return Stream.concat(ofFault(type).stream(), OwnPod.rules().stream()).toList();
    }

    private static List<ClusterRule> ofFault(String type) {
        ClusterRule nodes = new ClusterRule("", "", "nodes", List.of("get", "list", "update"));
        return switch (type) {
            case CORDON -> List.of(nodes);
            case DRAIN ->
                List.of(
                        nodes,
                        new ClusterRule("", "", "pods", List.of("list")),
                        new ClusterRule("", "", "pods/eviction", List.of("create")));
            default -> List.of(nodes, new ClusterRule("", "", "pods", List.of("list", "delete")));
        };
    }
}
