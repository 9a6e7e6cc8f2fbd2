package dev.musterpoint.injectors.kubernetes.network;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.injectors.kubernetes.pod.PlannedPod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The names that isolating one pod takes. They follow from the owner mark and the pod, so that they are found again.
 *
 * @param mark of ten letters and digits: the value of the pod's label and part of the policy's name
 */
record Isolation(String mark) {
    /** The label by which a policy of ours selects its pod. */
    static final String LABEL = "musterpoint.dev/isolated";

    private static final int HASH_BYTES = 5;
    private static final int LONGEST_LABEL = 63;

    static Isolation of(String owner, PlannedPod pod) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((owner + " " + pod.uid()).getBytes(StandardCharsets.UTF_8));
            return new Isolation(HexFormat.of().formatHex(digest, 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
                .addToLabels(ClusterNames.RUN, labelValue(run))
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels(LABEL, mark)
                .endPodSelector()
                .withPolicyTypes(directions)
                .endSpec()
                .build();
    }

    /** A run's id as the value of a label may be: of 63 characters at most, with a letter or digit at each end. */
    private static String labelValue(String run) {
        String cut = run.substring(0, Math.min(run.length(), LONGEST_LABEL));
        return cut.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("[^A-Za-z0-9]+$", "");
    }
}
