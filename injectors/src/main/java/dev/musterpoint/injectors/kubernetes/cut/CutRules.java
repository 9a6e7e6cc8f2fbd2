package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.OwnPod;
import java.util.ArrayList;
import java.util.List;

/** What cutting a zone off, seeing that it is, and clearing up have to be allowed. */
final class CutRules {
    private CutRules() {}

    /** @param namespace that of the pods that cut */
    static List<ClusterRule> of(String namespace) {
        List<ClusterRule> rules = new ArrayList<>(OwnPod.rules());
        rules.addAll(List.of(
                new ClusterRule("", "", "nodes", List.of("get", "list")),
                new ClusterRule(namespace, "", "pods", List.of("get", "list", "create", "delete")),
                new ClusterRule(namespace, "", "pods/exec", List.of("create", "get")),
                new ClusterRule(namespace, "", "pods/log", List.of("get"))));
        return rules;
    }
}
