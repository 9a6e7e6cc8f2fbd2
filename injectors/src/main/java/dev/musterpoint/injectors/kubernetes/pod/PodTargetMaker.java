package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.injectors.kubernetes.pod.Workloads.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes targets of pods. What changes while nothing of note happens to a pod is no part of its target. */
final class PodTargetMaker {
    private static final String KIND = "pods";

    private final String system;
    private final ClusterAccess access;
    private final String namespace;
    private final Budgets budgets;

    /** @param budgets those that may hold what is done to the pods */
    PodTargetMaker(String system, ClusterAccess access, String namespace, Budgets budgets) {
        this.system = system;
        this.access = access;
        this.namespace = namespace;
        this.budgets = budgets;
    }

    /** @param workload whose pod it is; empty for a bare pod, and for one of a controller whose size is not known */
    Target target(PodView pod, Optional<Workload> workload, Optional<String> zone) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(Target.ADDRESS, access.address(namespace, KIND, pod.name()));
        attributes.put(PlannedPod.SYSTEM, system);
        attributes.put(PlannedPod.NAMESPACE, namespace);
        attributes.put(PlannedPod.NAME, pod.name());
        attributes.put(PlannedPod.UID, pod.uid());
        attributes.put("node", pod.node());
        zone.ifPresent(name -> attributes.put("zone", name));
        String held = budgets.of(pod.labels());
        if (!held.isEmpty()) {
            attributes.put("budget", held);
        }
        pod.labels().forEach((name, value) -> attributes.put("label." + name, value));
        return new Target(
                system + "/" + namespace + "/" + pod.name(),
                KIND,
                system + "/" + namespace + "/" + group(pod, workload),
                workload.map(Workload::replicas).map(size -> Math.max(1, size)).orElse(1),
                false,
                attributes);
    }

    private static String group(PodView pod, Optional<Workload> workload) {
        return workload.map(known -> known.name().toString())
                .or(() -> pod.owner().map(owner -> owner.kind() + "/" + owner.name()))
                .orElse("pod/" + pod.name());
    }
}
