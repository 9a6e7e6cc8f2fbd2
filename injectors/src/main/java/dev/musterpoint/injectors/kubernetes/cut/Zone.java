package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A zone and its nodes.
 *
 * @param nodes each node's UID by its name, which another node may bear by now
 */
record Zone(String name, SortedMap<String, String> nodes) {
    private static final String BETWEEN = ",";

    Zone {
        nodes = new TreeMap<>(nodes);
    }

    static Zone of(String name, List<Node> nodes) {
        SortedMap<String, String> uids = new TreeMap<>();
        nodes.forEach(node ->
                uids.put(node.getMetadata().getName(), node.getMetadata().getUid()));
        return new Zone(name, uids);
    }

    /** As {@link #nodeNames} and {@link #nodeUids} wrote it down. */
    static Zone of(String name, String nodeNames, String nodeUids) {
        String[] names = nodeNames.split(BETWEEN);
        String[] uids = nodeUids.split(BETWEEN);
        SortedMap<String, String> nodes = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            nodes.put(names[i], uids[i]);
        }
        return new Zone(name, nodes);
    }

    /** Neither names nor UIDs hold a comma. */
    String nodeNames() {
        return String.join(BETWEEN, nodes.keySet());
    }

    String nodeUids() {
        return String.join(BETWEEN, nodes.values());
    }

    /** @throws InjectionException when the zone has other nodes now, or one of them is not ready */
    void require(KubernetesClient client) throws InjectionException {
        List<Node> now = client.nodes().list().getItems().stream()
                .filter(node -> NodeFacts.isIn(node, name))
                .toList();
        if (!Zone.of(name, now).equals(this)) {
            throw new InjectionException("zone '" + name + "' had the nodes " + nodes.keySet()
                    + " when the drill was planned, and has "
                    + Zone.of(name, now).nodes.keySet()
                    + " now (a node made anew is another one); plan the drill again");
        }
        requireReady(now, name);
    }

    /** A node that is not ready cannot be told to cut, and would not show that it was. */
    static void requireReady(List<Node> nodes, String zone) throws InjectionException {
        List<String> lost = nodes.stream()
                .filter(node -> !NodeFacts.isReady(node))
                .map(node -> node.getMetadata().getName())
                .toList();
        if (!lost.isEmpty()) {
            throw new InjectionException("zone '" + zone + "' has nodes that are not ready: " + String.join(", ", lost)
                    + "; bring them back first");
        }
    }

    /** Those of its nodes that are there now, by name. A node that is gone is no node of the zone any more. */
    Map<String, Node> present(KubernetesClient client) {
        Map<String, Node> present = new TreeMap<>();
        for (Node node : client.nodes().list().getItems()) {
            if (node.getMetadata().getUid().equals(nodes.get(node.getMetadata().getName()))) {
                present.put(node.getMetadata().getName(), node);
            }
        }
        return present;
    }
}
