package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterRights;
import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** What cutting a zone off, seeing that it is, and clearing up have to be allowed. */
final class CutRules {
    private CutRules() {}

    /** @param namespace that of the pods that cut */
    static List<ClusterRule> of(String namespace) {
        return List.of(
                new ClusterRule("", "", "nodes", List.of("get", "list")),
                new ClusterRule(namespace, "", "pods", List.of("get", "list", "create", "delete")),
                new ClusterRule(namespace, "", "pods/exec", List.of("create", "get")),
                new ClusterRule(namespace, "", "pods/log", List.of("get")));
    }

    /** @throws InjectionException naming what is not allowed */
    static void require(KubernetesClient client, String namespace) throws InjectionException {
        List<String> missing = ClusterRights.missing(client, of(namespace));
        if (!missing.isEmpty()) {
            throw new InjectionException("the account is not allowed to " + String.join(", to ", missing)
                    + "; 'muster doctor --rbac' prints the role that allows it");
        }
    }
}
