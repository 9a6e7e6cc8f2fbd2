package dev.musterpoint.injectors.kubernetes.network;

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
import dev.musterpoint.injectors.kubernetes.pod.PodSelection;
import dev.musterpoint.injectors.kubernetes.pod.PodTargets;
import java.util.ArrayList;
import java.util.List;

/** Offers the fault type {@code kubernetes/network-isolate}. Loads no client by itself. */
public final class NetworkInjectorProvider implements InjectorProvider, ClusterUser {
    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                "kubernetes/network-isolate",
                "Isolates pods by a NetworkPolicy each. Without effect where the cluster's network plug-in enforces none, or"
                        + " another policy allows what this one does not",
                List.of(
                        Parameter.choice(
                                IsolateInjector.DIRECTION,
                                List.of("both", "ingress", "egress"),
                                "both",
                                "What of the pods' traffic is refused"),
                        Parameter.requiredMapping(
                                "effect",
                                "What shows that it has an effect",
                                List.of(
                                        Parameter.required(
                                                "probe",
                                                ParameterType.TEXT,
                                                "The probe of the drill that fails, in part at least, while the pods are"
                                                        + " isolated"),
                                        Parameter.optional(
                                                "share",
                                                ParameterType.SHARE,
                                                "100%",
                                                "The share of its attempts that should fail, such as 33% where one of"
                                                        + " three pods is isolated")))),
                PodSelection.parameters(),
                List.of(KubernetesSystemProvider.TYPE),
                List.of("to get, list and patch pods, to get and list their workloads, and to create, get and delete"
                        + " networkpolicies, in the namespace"),
                UndoKind.AUTO));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return new IsolateInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return new PodTargets(OwnPod.ofThisProcess(), NetworkInjectorProvider::needed);
    }

    @Override
    public List<ClusterRule> rules(String type, Params target, String systemsNamespace) {
        List<ClusterRule> rules = new ArrayList<>(needed(target.text("namespace", systemsNamespace)));
        rules.add(new ClusterRule("", "", "nodes", List.of("list")));
        return rules;
    }

    private static List<ClusterRule> needed(String namespace) {
        return List.of(
                new ClusterRule(namespace, "", "pods", List.of("get", "list", "patch")),
                new ClusterRule(namespace, "apps", "deployments", List.of("get", "list")),
                new ClusterRule(namespace, "apps", "statefulsets", List.of("get", "list")),
                new ClusterRule(namespace, "apps", "daemonsets", List.of("get", "list")),
                new ClusterRule(namespace, "apps", "replicasets", List.of("get", "list")),
                new ClusterRule(namespace, "networking.k8s.io", "networkpolicies", List.of("create", "get", "delete")));
    }
}
