package dev.musterpoint.connections.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workload as kubectl names it: {@code deployment/web}. */
public record WorkloadName(String kind, String name) {
    /** What the API calls each kind, in the group {@code apps}. */
    private static final Map<String, String> API_KINDS = Map.of(
            "deployment", "Deployment",
            "statefulset", "StatefulSet",
            "daemonset", "DaemonSet",
            "replicaset", "ReplicaSet");

    private static final List<String> KINDS = List.of("deployment", "statefulset", "daemonset", "replicaset");

    /** Reads {@code KIND/NAME}. @throws IllegalArgumentException when the text names no workload */
    public static WorkloadName parse(String text) {
        String[] parts = text.split("/", 2);
        if (parts.length != 2 || !KINDS.contains(parts[0])) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no workload; write its kind and name, such as deployment/web (kinds: "
                            + String.join(", ", KINDS) + ")");
        }
        return new WorkloadName(parts[0], ClusterNames.checked(parts[1], "workload"));
    }

    /**
     * The workload as it is now, whatever its kind; empty when it is not there.
     *
     * @throws IllegalArgumentException when workloads of that kind do not say how many pods they want
     */
    public Optional<GenericKubernetesResource> readScalable(KubernetesClient client, String namespace) {
        if (!API_KINDS.containsKey(kind) || kind.equals("daemonset")) {
            throw new IllegalArgumentException("a " + kind
                    + " has no number of replicas to change; name a deployment, a statefulset or a replicaset");
        }
        return Optional.ofNullable(client.genericKubernetesResources("apps/v1", API_KINDS.get(kind))
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
