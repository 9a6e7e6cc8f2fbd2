package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterRule;
import java.util.ArrayList;
import java.util.List;

/** What faults of pods have to be allowed in a cluster. */
final class PodRules {
    private static final ClusterRule NODES = new ClusterRule("", "", "nodes", List.of("list"));

    private PodRules() {}

    /** All that is of use. Without reading nodes, pods are chosen all the same, but cannot be told by zone. */
    static List<ClusterRule> of(String type, String namespace) {
        List<ClusterRule> rules = new ArrayList<>(needed(type, namespace));
        rules.add(NODES);
        return rules;
    }

    /** Without which nothing goes. */
    static List<ClusterRule> needed(String type, String namespace) {
        List<String> read = List.of("get", "list");
        List<ClusterRule> rules = new ArrayList<>();
        if (type.equals(PodInjectorProvider.EVICT)) {
            rules.add(new ClusterRule(namespace, "", "pods", read));
            rules.add(new ClusterRule(namespace, "", "pods/eviction", List.of("create")));
            rules.add(new ClusterRule(namespace, "policy", "poddisruptionbudgets", List.of("list")));
        } else {
            rules.add(new ClusterRule(namespace, "", "pods", List.of("get", "list", "delete")));
        }
        for (String workload : List.of("deployments", "statefulsets", "daemonsets", "replicasets")) {
            rules.add(new ClusterRule(namespace, "apps", workload, read));
        }
        return rules;
    }
}
