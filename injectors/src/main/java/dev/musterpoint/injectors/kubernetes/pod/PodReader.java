package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterPages;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads pods and nodes page by page, so that memory holds what is needed of them and no more. */
final class PodReader {
    private final KubernetesClient client;

    PodReader(KubernetesClient client) {
        this.client = client;
    }

    /**
     * The pods that run, and not only because their node runs them by itself, for which the selection's name, labels and fields
     * hold; owner and zone are not looked at.
     *
     * @param labels that they have besides
     */
    List<PodView> pods(PodSelection selection, Map<String, String> labels) {
        List<PodView> pods = new ArrayList<>();
        ClusterPages.read(
                client.pods().inNamespace(selection.namespace()),
                new ListOptionsBuilder()
                        .withLabelSelector(selector(selection, labels))
                        .withFieldSelector(selection.fieldSelector().orElse(null))
                        .build(),
                pod -> {
                    PodView view = PodView.of(pod);
                    if (view.running() && !view.isMirror()) {
                        pods.add(view);
                    }
                });
        return pods;
    }

    static String selector(PodSelection selection, Map<String, String> labels) {
        return Stream.concat(
                        selection.labelSelector().stream(),
                        labels.entrySet().stream()
                                .map(label -> label.getKey() + "=" + label.getValue())
                                .sorted())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(","), joined -> joined.isEmpty() ? null : joined));
    }

    /** The zone of each node that has one, by the node's name. */
    Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        ClusterPages.read(client.nodes(), node -> NodeFacts.zone(node)
                .ifPresent(zone -> zones.put(node.getMetadata().getName(), zone)));
        return zones;
    }
}
