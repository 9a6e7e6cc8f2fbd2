package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;

/** A workload under watch for how many pods it has, and how many of them are ready. */
final class ReplicaWatch extends ClusterWatch {
    private final Map<String, String> workload;
    private final int wanted;
    private boolean fewer;
    private boolean first = true;

    /** @param workload the target's attributes @param wanted how many pods it is to have */
    ReplicaWatch(ClusterAccess access, Redactor redactor, Map<String, String> workload, int wanted) {
        super(access, redactor);
        this.workload = Map.copyOf(workload);
        this.wanted = wanted;
    }

    @Override
    Reading read(KubernetesClient from) {
        Optional<GenericKubernetesResource> now = new WorkloadName(
                        workload.get("workloadKind"), workload.get("workload"))
                .readScalable(from, workload.get("workloadNamespace"));
        int there = count(now, "replicas");
        int ready = count(now, "readyReplicas");
        if (first) {
            first = false;
            fewer = wanted < there;
        }
        return new Reading(
                fewer ? there <= wanted : ready >= wanted, there + " pods are there, " + ready + " of them ready");
    }

    private static int count(Optional<GenericKubernetesResource> workload, String name) {
        return workload.map(found -> found.<Object>get("status", name))
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).intValue())
                .orElse(0);
    }
}
