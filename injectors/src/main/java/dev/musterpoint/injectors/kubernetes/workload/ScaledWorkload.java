package dev.musterpoint.injectors.kubernetes.workload;

import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A workload that says how many pods it wants, whatever its kind. Only that number and our annotation are ever changed, and only
 * of the version that was read.
 *
 * @param resource as it was read
 */
record ScaledWorkload(GenericKubernetesResource resource) {
    /** The annotation that says who changed the number. */
    static final String SCALED_BY = "musterpoint.dev/scaled-by";

    /** @throws IllegalArgumentException when workloads of that kind cannot be scaled */
    static Optional<ScaledWorkload> read(KubernetesClient client, String namespace, WorkloadName name) {
        return name.readScalable(client, namespace).map(ScaledWorkload::new);
    }

    String uid() {
        return resource.getMetadata().getUid();
    }

    /** How many pods it wants; one where it does not say. */
    int replicas() {
        return spec().get("replicas") instanceof Number number ? number.intValue() : 1;
    }

    boolean isMarked(String owner) {
        return owner.equals(annotations().get(SCALED_BY));
    }

    /** @throws InjectionException when another fault has changed the number, and only its undoing gives the former one back */
    void requireUnmarked(WorkloadTarget workload) throws InjectionException {
        String other = annotations().get(SCALED_BY);
        if (other != null) {
            throw new InjectionException(
                    workload + " is scaled by the fault " + other + " already; let that one be undone"
                            + " first ('muster recover' undoes what a run left), or take its annotation " + SCALED_BY
                            + " away");
        }
    }

    private Map<String, String> annotations() {
        return Objects.requireNonNullElse(resource.getMetadata().getAnnotations(), Map.of());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> spec() {
        return (Map<String, Object>) resource.getAdditionalProperties().get("spec");
    }

    /** The same workload with another number and our mark. */
    ScaledWorkload scaled(int replicas, String owner) {
        LinkedHashMap<String, String> annotations = new LinkedHashMap<>(annotations());
        annotations.put(SCALED_BY, owner);
        return with(replicas, annotations);
    }

    /** The same workload with its former number and without our mark. */
    ScaledWorkload restored(int replicas) {
        LinkedHashMap<String, String> annotations = new LinkedHashMap<>(annotations());
        annotations.remove(SCALED_BY);
        return with(replicas, annotations);
    }

    private ScaledWorkload with(int replicas, Map<String, String> annotations) {
        GenericKubernetesResource changed = new GenericKubernetesResource();
        changed.setApiVersion(resource.getApiVersion());
        changed.setKind(resource.getKind());
        ObjectMeta meta =
                resource.getMetadata().toBuilder().withAnnotations(annotations).build();
        changed.setMetadata(meta);
        LinkedHashMap<String, Object> all = new LinkedHashMap<>(resource.getAdditionalProperties());
        LinkedHashMap<String, Object> spec = new LinkedHashMap<>(spec());
        spec.put("replicas", replicas);
        all.put("spec", spec);
        changed.setAdditionalProperties(all);
        return new ScaledWorkload(changed);
    }

    /** Puts it in the place of what was read. @throws io.fabric8.kubernetes.client.KubernetesClientException 409 when that changed */
    void write(KubernetesClient client) {
        client.resource(resource)
                .lockResourceVersion(resource.getMetadata().getResourceVersion())
                .update();
    }
}
