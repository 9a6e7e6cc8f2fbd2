package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterPages;
import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads all nodes of a cluster, and all pods that run, and keeps of each what a forecast needs. */
public final class ClusterReading {
    /** What is read. */
    public static final List<ClusterRule> RULES = List.of(
            new ClusterRule("", "", "nodes", List.of("list")), new ClusterRule("", "", "pods", List.of("list")));

    private static final ListOptions RUNNING =
            new ListOptionsBuilder().withFieldSelector("status.phase=Running").build();

    private final List<Node> nodes = new ArrayList<>();
    private final List<PlacedPod> pods = new ArrayList<>();
    private final Pool<String> names = new Pool<>();
    private final Pool<Optional<PlacedPod.Workload>> workloads = new Pool<>();
    private final Pool<Needs> needs = new Pool<>();
    private final Pool<PlacementRules> rules = new Pool<>();

    private ClusterReading() {}

    /** @throws InjectionException what the cluster refuses, such as to list the pods of all namespaces */
    public static Forecast forecast(ClusterAccess access, Function<ClusterForecast, Forecast> of)
            throws InjectionException {
        return ClusterCall.to(access, Redactor.process(), client -> of.apply(new ClusterReading().read(client)));
    }

    private ClusterForecast read(KubernetesClient client) {
        ClusterPages.read(client.nodes(), this::keep);
        ClusterPages.read(client.pods().inAnyNamespace(), RUNNING, this::keep);
        return new ClusterForecast(nodes, pods);
    }

    private void keep(Node node) {
        node.getMetadata().setManagedFields(List.of());
        node.getMetadata().setAnnotations(Map.of());
        if (node.getStatus() != null) {
            node.getStatus().setImages(List.of());
        }
        nodes.add(node);
    }

    /** What many pods have in common is kept once. */
    private void keep(Pod read) {
        PlacedPod.of(read)
                .map(pod -> new PlacedPod(
                        pod.uid(),
                        names.same(pod.node()),
                        workloads.same(pod.workload()),
                        needs.same(pod.needs()),
                        rules.same(pod.rules())))
                .ifPresent(pods::add);
    }

    /** Values of which there are many equal ones, each kept once. */
    private static final class Pool<T> {
        private final Map<T, T> known = new HashMap<>();

        T same(T value) {
            return known.computeIfAbsent(value, first -> first);
        }
    }
}
