package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterPages;
import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.injectors.kubernetes.pod.PodView.Owner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The workloads of one namespace: whose a pod is, and how many pods they want. Each is read once. */
final class Workloads {
    private final KubernetesClient client;
    private final String namespace;
    private final Map<WorkloadName, Optional<Workload>> read = new HashMap<>();
    private Map<String, Optional<Owner>> replicaSets;

    Workloads(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * A workload.
     *
     * @param replicas how many pods it wants
     * @param labels   that all of its pods have
     */
    record Workload(WorkloadName name, String uid, int replicas, Map<String, String> labels) {}

    /** @throws InjectionException when there is none of that name */
    Workload named(WorkloadName name) throws InjectionException {
        return read(name)
                .orElseThrow(() -> new InjectionException("there is no " + name + " in namespace '" + namespace + "'"));
    }

    /** The UIDs of the controllers whose pods are those of {@code workload}. */
    Set<String> controllers(Workload workload) {
        Set<String> uids = new HashSet<>(Set.of(workload.uid()));
        if (workload.name().kind().equals("deployment")) {
            replicaSets().forEach((uid, owner) -> {
                if (owner.filter(above -> above.uid().equals(workload.uid())).isPresent()) {
                    uids.add(uid);
                }
            });
        }
        return uids;
    }

    /** The workload that {@code pod} is of: its controller, or that of its ReplicaSet. Empty for kinds not known here. */
    Optional<Workload> of(Owner owner) {
        if (owner.kind().equals("replicaset")) {
            Optional<Owner> above = replicaSets().getOrDefault(owner.uid(), Optional.empty());
            if (above.isPresent()) {
                return of(above.get());
            }
        }
        return read(new WorkloadName(owner.kind(), owner.name()));
    }

    /** Who owns each ReplicaSet, by its UID. */
    private Map<String, Optional<Owner>> replicaSets() {
        if (replicaSets == null) {
            replicaSets = new HashMap<>();
            ClusterPages.read(
                    client.apps().replicaSets().inNamespace(namespace),
                    set -> replicaSets.put(set.getMetadata().getUid(), Owner.of(set.getMetadata())));
        }
        return replicaSets;
    }

    private Optional<Workload> read(WorkloadName name) {
        Optional<Workload> known = read.get(name);
        if (known == null) {
            known = ask(name);
            read.put(name, known);
        }
        return known;
    }

    private Optional<Workload> ask(WorkloadName name) {
        var apps = client.apps();
        return switch (name.kind()) {
            case "deployment" ->
                get(apps.deployments(), name)
                        .map(it -> workload(
                                name,
                                it,
                                it.getSpec().getReplicas(),
                                it.getSpec().getSelector()));
            case "statefulset" ->
                get(apps.statefulSets(), name)
                        .map(it -> workload(
                                name,
                                it,
                                it.getSpec().getReplicas(),
                                it.getSpec().getSelector()));
            case "daemonset" ->
                get(apps.daemonSets(), name)
                        .map(it -> workload(
                                name,
                                it,
                                it.getStatus().getDesiredNumberScheduled(),
                                it.getSpec().getSelector()));
            case "replicaset" ->
                get(apps.replicaSets(), name)
                        .map(it -> workload(
                                name,
                                it,
                                it.getSpec().getReplicas(),
                                it.getSpec().getSelector()));
            default -> Optional.empty();
        };
    }

    private <T extends HasMetadata> Optional<T> get(
            MixedOperation<T, ?, ? extends Resource<T>> kind, WorkloadName name) {
        return Optional.ofNullable(
                kind.inNamespace(namespace).withName(name.name()).get());
    }

    private static Workload workload(
            WorkloadName name, HasMetadata resource, Integer replicas, LabelSelector selector) {
        return new Workload(
                name,
                resource.getMetadata().getUid(),
                Objects.requireNonNullElse(replicas, 1),
                Objects.requireNonNullElse(selector.getMatchLabels(), Map.of()));
    }
}
