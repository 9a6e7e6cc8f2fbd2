package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.injectors.kubernetes.pod.PodView.Owner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The workloads of one namespace: whose a pod is, and how many pods they want. Each is read once. */
final class Workloads {
    private final KubernetesClient client;
    private final String namespace;
    private final Map<WorkloadName, Optional<Workload>> read = new HashMap<>();
    private List<ReplicaSet> replicaSets;

    Workloads(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** A workload, and how many pods it wants. */
    record Workload(WorkloadName name, String uid, int replicas) {}

    /** The UIDs of the controllers whose pods are those of {@code name}. */
    Set<String> controllers(WorkloadName name) throws InjectionException {
        Workload workload = read(name)
                .orElseThrow(() -> new InjectionException("there is no " + name + " in namespace '" + namespace + "'"));
        Set<String> uids = new HashSet<>(Set.of(workload.uid()));
        if (name.kind().equals("deployment")) {
            replicaSets().stream()
                    .filter(set -> Owner.of(set.getMetadata())
                            .filter(owner -> owner.uid().equals(workload.uid()))
                            .isPresent())
                    .forEach(set -> uids.add(set.getMetadata().getUid()));
        }
        return uids;
    }

    /** The workload that {@code pod} is of: its controller, or that of its ReplicaSet. Empty for kinds not known here. */
    Optional<Workload> of(Owner owner) {
        if (owner.kind().equals("replicaset")) {
            Optional<Owner> above = replicaSets().stream()
                    .filter(set -> set.getMetadata().getUid().equals(owner.uid()))
                    .findFirst()
                    .flatMap(set -> Owner.of(set.getMetadata()));
            if (above.isPresent()) {
                return of(above.get());
            }
        }
        return read(new WorkloadName(owner.kind(), owner.name()));
    }

    private List<ReplicaSet> replicaSets() {
        if (replicaSets == null) {
            replicaSets =
                    client.apps().replicaSets().inNamespace(namespace).list().getItems();
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
                Optional.ofNullable(apps.deployments()
                                .inNamespace(namespace)
                                .withName(name.name())
                                .get())
                        .map(it -> workload(name, it, it.getSpec().getReplicas()));
            case "statefulset" ->
                Optional.ofNullable(apps.statefulSets()
                                .inNamespace(namespace)
                                .withName(name.name())
                                .get())
                        .map(it -> workload(name, it, it.getSpec().getReplicas()));
            case "daemonset" ->
                Optional.ofNullable(apps.daemonSets()
                                .inNamespace(namespace)
                                .withName(name.name())
                                .get())
                        .map(it -> workload(name, it, it.getStatus().getDesiredNumberScheduled()));
            case "replicaset" ->
                Optional.ofNullable(apps.replicaSets()
                                .inNamespace(namespace)
                                .withName(name.name())
                                .get())
                        .map(it -> workload(name, it, it.getSpec().getReplicas()));
            default -> Optional.empty();
        };
    }

    private static Workload workload(WorkloadName name, HasMetadata resource, Integer replicas) {
        return new Workload(name, resource.getMetadata().getUid(), Objects.requireNonNullElse(replicas, 1));
    }
}
