package dev.musterpoint.injectors.kubernetes.network;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.injectors.kubernetes.pod.PlannedPod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;

/**
 * The names that isolating one pod takes. They follow from the owner mark and the pod, so that they are found again.
 *
 * @param mark of twelve letters and digits: the value of the pod's label and part of the policy's name
 */
record Isolation(String mark) {
    /** The label by which a policy of ours selects its pod. */
    static final String LABEL = "musterpoint.dev/isolated";

    static Isolation of(String owner, PlannedPod pod) {
        return new Isolation(ClusterNames.digest(owner + " " + pod.uid()));
    }

    String policyName() {
        return "musterpoint-isolate-" + mark;
    }

    /** @param directions {@code Ingress}, {@code Egress}: what is refused, for no rule allows any of it */
    NetworkPolicy policy(String namespace, String run, List<String> directions) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(policyName())
                .withNamespace(namespace)
                .addToLabels(ClusterNames.RUN, ClusterNames.runLabel(run))
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels(LABEL, mark)
                .endPodSelector()
                .withPolicyTypes(directions)
                .endSpec()
                .build();
    }
}
