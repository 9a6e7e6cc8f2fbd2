package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.NodeFacts;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads pods and nodes page by page, so that memory holds what is needed of them and no more. */
final class PodReader {
    private static final long PAGE = 500;

    private final KubernetesClient client;

    PodReader(KubernetesClient client) {
        this.client = client;
    }

    /** The pods for which the selection's name, labels and fields hold; owner and zone are not looked at. */
    List<PodView> pods(PodSelection selection) {
        List<PodView> pods = new ArrayList<>();
        String next = null;
        do {
            PodList page = client.pods()
                    .inNamespace(selection.namespace())
                    .list(new ListOptionsBuilder()
                            .withLabelSelector(selection.labelSelector().orElse(null))
                            .withFieldSelector(selection.fieldSelector().orElse(null))
                            .withLimit(PAGE)
                            .withContinue(next)
                            .build());
            page.getItems().forEach(pod -> pods.add(PodView.of(pod)));
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        return pods;
    }

    /** The zone of each node that has one, by the node's name. */
    Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        for (Node node : client.nodes().list().getItems()) {
            NodeFacts.zone(node).ifPresent(zone -> zones.put(node.getMetadata().getName(), zone));
        }
        return zones;
    }
}
