package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The nodes of a cluster, in the order of their names. */
final class Nodes {
    private final List<Node> all;

    private Nodes(List<Node> all) {
        this.all = all;
    }

    static Nodes of(KubernetesClient client) {
        return of(client.nodes().list().getItems());
    }

    static Nodes of(List<Node> nodes) {
        return new Nodes(nodes.stream()
                .sorted(Comparator.comparing(node -> node.getMetadata().getName()))
                .toList());
    }

    List<Node> all() {
        return all;
    }

    /** The nodes of each zone that nodes say they are in. */
    Map<String, List<Node>> zones() {
        return all.stream()
                .filter(node -> zone(node).isPresent())
                .collect(Collectors.groupingBy(node -> zone(node).get(), LinkedHashMap::new, Collectors.toList()));
    }

    static Optional<String> zone(Node node) {
        return Optional.ofNullable(labels(node).get(ClusterNames.ZONE));
    }

    static Map<String, String> labels(Node node) {
        return Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
    }

    /** Refuses {@code chosen} when the pod that Musterpoint itself runs in is on one of them. */
    static void refuseOwn(List<Node> chosen, Optional<OwnPod> own, KubernetesClient client) throws InjectionException {
        if (own.isEmpty()) {
            return;
        }
        Pod pod = client.pods()
                .inNamespace(own.get().namespace())
                .withName(own.get().name())
                .get();
        String node = pod == null ? "" : pod.getSpec().getNodeName();
        if (chosen.stream().anyMatch(each -> each.getMetadata().getName().equals(node))) {
            throw new InjectionException("it selects node " + node
                    + ", on which Musterpoint itself runs; select others, or run it elsewhere");
        }
    }
}
