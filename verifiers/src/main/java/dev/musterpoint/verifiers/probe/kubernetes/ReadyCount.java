package dev.musterpoint.verifiers.probe.kubernetes;

import dev.musterpoint.connections.kubernetes.WorkloadName;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.AppsAPIGroupDSL;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many of something are ready, in which zones, and what they are called. */
record ReadyCount(String what, Reader reader) {
    /** The label by which slices belong to a service, of Kubernetes itself. */
    private static final String SERVICE = "kubernetes.io/service-name";

    /** Reads once. */
    interface Reader {
        Ready read(KubernetesClient client) throws IOException;
    }

    /**
     * What is ready at one moment.
     *
     * @param zones where; empty for workloads, which do not tell
     */
    record Ready(int number, Set<String> zones) {
        Ready {
            zones = Set.copyOf(zones);
        }
    }

    Ready read(KubernetesClient client) throws IOException {
        return reader.read(client);
    }

    static ReadyCount ofService(String namespace, String service) {
        return new ReadyCount(
                "endpoints of service " + service,
                client -> endpoints(client.discovery()
                        .v1()
                        .endpointSlices()
                        .inNamespace(namespace)
                        .withLabel(SERVICE, service)
                        .list()
                        .getItems()));
    }

    /** Each once: a pod with addresses of two families stands in two slices. */
    static Ready endpoints(List<EndpointSlice> slices) {
        List<Endpoint> ready = slices.stream()
                .flatMap(slice -> Objects.requireNonNullElse(slice.getEndpoints(), List.<Endpoint>of()).stream())
                .filter(ReadyCount::isReady)
                .toList();
        return new Ready(
                (int) ready.stream().map(ReadyCount::identity).distinct().count(),
                ready.stream().map(Endpoint::getZone).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** What says nothing counts as ready (discovery.k8s.io/v1). */
    private static boolean isReady(Endpoint endpoint) {
        return endpoint.getConditions() == null
                || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
    }

    private static String identity(Endpoint endpoint) {
        return Optional.ofNullable(endpoint.getTargetRef())
                .map(target -> target.getUid())
                .orElseGet(() -> String.valueOf(endpoint.getAddresses()));
    }

    static ReadyCount ofWorkload(String namespace, WorkloadName workload) {
        return new ReadyCount("replicas of " + workload, client -> replicas(client.apps(), namespace, workload)
                .map(number -> new Ready(number, Set.of()))
                .orElseThrow(() -> new IOException("there is no " + workload + " in namespace '" + namespace + "'")));
    }

    private static Optional<Integer> replicas(AppsAPIGroupDSL apps, String namespace, WorkloadName workload) {
        String name = workload.name();
        return switch (workload.kind()) {
            case "deployment" ->
                number(apps.deployments().inNamespace(namespace).withName(name).get(), (Deployment it) -> it.getStatus()
                        .getReadyReplicas());
            case "statefulset" ->
                number(
                        apps.statefulSets()
                                .inNamespace(namespace)
                                .withName(name)
                                .get(),
                        (StatefulSet it) -> it.getStatus().getReadyReplicas());
            case "daemonset" ->
                number(apps.daemonSets().inNamespace(namespace).withName(name).get(), (DaemonSet it) -> it.getStatus()
                        .getNumberReady());
            default ->
                number(apps.replicaSets().inNamespace(namespace).withName(name).get(), (ReplicaSet it) -> it.getStatus()
                        .getReadyReplicas());
        };
    }

    /** Where none is ready, the API leaves the number out. */
    private static <T> Optional<Integer> number(T workload, Function<T, Integer> ready) {
        return Optional.ofNullable(workload).map(it -> Objects.requireNonNullElse(ready.apply(it), 0));
    }
}
