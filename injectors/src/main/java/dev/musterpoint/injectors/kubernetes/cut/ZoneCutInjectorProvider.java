package dev.musterpoint.injectors.kubernetes.cut;

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
import java.util.List;

/** Offers the fault type {@code kubernetes/zone-cut}. Loads no client by itself. */
public final class ZoneCutInjectorProvider implements InjectorProvider, ClusterUser {
    static final String TYPE = "kubernetes/zone-cut";

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                TYPE,
                "Cuts the network of all nodes of a zone for 'holdFor'; the nodes end the cut by themselves",
                List.of(
                        Parameter.required(
                                CutSettings.IMAGE,
                                ParameterType.TEXT,
                                "The image of the pods that cut; it holds sh, sleep, ip and nft"),
                        Parameter.choice(
                                CutSettings.PULL_POLICY,
                                List.of("Always", "IfNotPresent", "Never"),
                                "IfNotPresent",
                                "When nodes pull the image")),
                List.of(ZoneNodes.parameter()),
                List.of(KubernetesSystemProvider.TYPE),
                List.of(
                        "to get and list nodes",
                        "to get, list, create and delete pods in the system's namespace, to create pods/exec and to get pods/log",
                        "pods on the host's network with the capability NET_ADMIN (Pod Security: privileged)"),
                UndoKind.AUTO));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return new ZoneCutInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return new ZoneTargets(OwnPod.ofThisProcess());
    }

    @Override
    public List<ClusterRule> wanted(String type, Params target, String namespace) {
        return ClusterReading.RULES;
    }

    @Override
    public List<ClusterRule> rules(String type, Params target, String namespace) {
        return CutRules.of(namespace);
    }
}
