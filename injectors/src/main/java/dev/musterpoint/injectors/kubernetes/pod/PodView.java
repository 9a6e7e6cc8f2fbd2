package dev.musterpoint.injectors.kubernetes.pod;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What choosing needs to know of a pod; little, for there may be very many.
 *
 * @param node  where it runs; empty when nowhere yet
 * @param owner its controller; empty for a bare pod
 */
record PodView(
        String name,
        String uid,
        String node,
        Instant created,
        boolean running,
        Map<String, String> labels,
        Optional<Owner> owner) {
    /** A controller, by its kind in lower case, such as {@code replicaset}. */
    record Owner(String kind, String name, String uid) {
        static Optional<Owner> of(ObjectMeta meta) {
            return Objects.requireNonNullElse(meta.getOwnerReferences(), List.<OwnerReference>of()).stream()
                    .filter(each -> Boolean.TRUE.equals(each.getController()))
                    .map(each -> new Owner(each.getKind().toLowerCase(Locale.ROOT), each.getName(), each.getUid()))
                    .findFirst();
        }
    }

    static PodView of(Pod pod) {
        ObjectMeta meta = pod.getMetadata();
        return new PodView(
                meta.getName(),
                meta.getUid(),
                Objects.requireNonNullElse(pod.getSpec().getNodeName(), ""),
                Instant.parse(meta.getCreationTimestamp()),
                "Running".equals(pod.getStatus().getPhase()) && meta.getDeletionTimestamp() == null,
                Map.copyOf(Objects.requireNonNullElse(meta.getLabels(), Map.of())),
                Owner.of(meta));
    }

    /** Whether it is the mere reflection of a pod that a node runs by itself: taking it away ends nothing. */
    boolean isMirror() {
        return owner.filter(each -> each.kind().equals("node")).isPresent();
    }
}
