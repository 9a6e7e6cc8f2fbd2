package dev.musterpoint.injectors.kubernetes;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A pod that runs on a node, as far as a forecast needs it; little, for there may be very many.
 *
 * @param workload empty for one that would be made anew nowhere else, or not at all
 */
record PlacedPod(String uid, String node, Optional<Workload> workload, Needs needs, PlacementRules rules) {
    /**
     * Whose pod it is.
     *
     * @param name {@code shop/web}: the controller, and for the ReplicaSet of a Deployment that Deployment
     * @param kind that of the controller
     */
    record Workload(String name, String kind) {
        private static Workload of(Pod pod, OwnerReference owner) {
            String hash = PlacementRules.labels(pod).getOrDefault("pod-template-hash", "");
            String name = !hash.isEmpty() && owner.getName().endsWith("-" + hash)
                    ? owner.getName().substring(0, owner.getName().length() - hash.length() - 1)
                    : owner.getName();
            return new Workload(pod.getMetadata().getNamespace() + "/" + name, owner.getKind());
        }
    }

    /** Empty for a pod that runs nowhere, not yet or no longer. */
    static Optional<PlacedPod> of(Pod pod) {
        boolean there = pod.getMetadata().getDeletionTimestamp() == null
                && pod.getSpec().getNodeName() != null
                && pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase());
        return there
                ? Optional.of(new PlacedPod(
                        pod.getMetadata().getUid(),
                        pod.getSpec().getNodeName(),
                        controller(pod).map(owner -> Workload.of(pod, owner)),
                        Needs.of(pod),
                        PlacementRules.of(pod)))
                : Optional.empty();
    }

    private static Optional<OwnerReference> controller(Pod pod) {
        return Objects.requireNonNullElse(pod.getMetadata().getOwnerReferences(), List.<OwnerReference>of()).stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                // Those of DaemonSets go nowhere else, and those of nodes are nobody's to move.
                .filter(owner -> !Set.of("DaemonSet", "Node").contains(owner.getKind()))
                .findFirst();
    }
}
