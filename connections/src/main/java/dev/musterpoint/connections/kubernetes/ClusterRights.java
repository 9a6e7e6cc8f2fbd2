package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/** Asks the API server what we may do there (SelfSubjectAccessReview), before anything is tried. */
public final class ClusterRights {
    private ClusterRights() {}

    /** @throws InjectionException naming all of {@code rules} that is not allowed, and what to do */
    public static void require(KubernetesClient client, List<ClusterRule> rules) throws InjectionException {
        List<String> missing = missing(client, rules);
        if (!missing.isEmpty()) {
            throw new InjectionException("the account is not allowed to " + String.join(", to ", missing)
                    + "; 'muster doctor --rbac' prints the role that allows it");
        }
    }

    /** What of {@code rules} is not allowed, in words. */
    public static List<String> missing(KubernetesClient client, List<ClusterRule> rules) {
        List<String> missing = new ArrayList<>();
        for (ClusterRule rule : rules) {
            for (String verb : rule.verbs()) {
                if (!allowed(client, rule, verb)) {
                    missing.add(rule.say(verb));
                }
            }
        }
        return missing;
    }

    private static boolean allowed(KubernetesClient client, ClusterRule rule, String verb) {
        String[] parts = rule.resource().split("/", 2);
        SelfSubjectAccessReview answer = client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withNamespace(rule.namespace())
                        .withGroup(rule.group())
                        .withResource(parts[0])
                        .withSubresource(parts.length > 1 ? parts[1] : "")
                        .withVerb(verb)
                        .endResourceAttributes()
                        .endSpec()
                        .build());
        return Boolean.TRUE.equals(answer.getStatus().getAllowed());
    }
}
