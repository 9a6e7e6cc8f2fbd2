package dev.musterpoint.injectors.kubernetes.node;

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

/** Offers the fault types {@code kubernetes/node-cordon} and {@code kubernetes/zone-evacuate}. Loads no client by itself. */
public final class NodeInjectorProvider implements InjectorProvider {
    private static final String CORDON = "kubernetes/node-cordon";
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
                        EVACUATE,
                        "Empties a zone: its nodes are cordoned and tainted, and its pods taken away without grace; it cuts no"
                                + " network",
                        List.of(Parameter.optional(
                                ZoneEvacuateInjector.DAEMON_SETS,
                                ParameterType.BOOLEAN,
                                "false",
                                "Whether the pods of DaemonSets are taken away too")),
                        ZoneTargets.parameters(),
                        SYSTEMS,
                        List.of(EDIT_NODES, "to list and delete pods in all namespaces"),
                        UndoKind.AUTO));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return type.equals(CORDON)
                ? new CordonInjector(toolbox)
                : new ZoneEvacuateInjector(toolbox, OwnPod.ofThisProcess());
    }

    @Override
    public TargetResolver resolver(String type) {
        return type.equals(CORDON) ? new NodeTargets(OwnPod.ofThisProcess()) : new ZoneTargets(OwnPod.ofThisProcess());
    }
}
