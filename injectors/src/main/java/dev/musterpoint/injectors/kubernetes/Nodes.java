package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The nodes of a cluster, in the order of their names, and what faults may choose of them.
 *
 * @param all every node of the cluster
 */
public record Nodes(List<Node> all) {
    private static final int MOST_SHOWN = 12;

    public Nodes {
        all = all.stream()
                .sorted(Comparator.comparing(node -> node.getMetadata().getName()))
                .toList();
    }

    public static Nodes read(KubernetesClient client) {
        return new Nodes(client.nodes().list().getItems());
    }

    /** The zone {@code name}. @throws InjectionException when no node is in it, or every node, so that nothing could take over */
    public ZoneNodes zone(String name) throws InjectionException {
        Set<String> zones = all.stream()
                .flatMap(node -> NodeFacts.zone(node).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Node> chosen =
                all.stream().filter(node -> NodeFacts.isIn(node, name)).toList();
        if (chosen.isEmpty()) {
            throw new InjectionException("no node is in zone '" + name + "'; "
                    + (zones.isEmpty()
                            ? "no node has the label " + ClusterNames.ZONE
                            : "there are: " + zones.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))));
        }
        if (chosen.size() == all.size()) {
            throw new InjectionException("zone '" + name
                    + "' holds every node of the cluster: nothing would be left to take over; drill a cluster of several"
                    + " zones");
        }
        return new ZoneNodes(name, chosen, zones.size());
    }

    /** Refuses {@code chosen} when the pod that Musterpoint itself runs in is on one of them. */
    public static void refuseOwn(List<Node> chosen, Optional<OwnPod> own, KubernetesClient client)
            throws InjectionException {
        Optional<String> ownNode = own.map(pod -> client.pods()
                        .inNamespace(pod.namespace())
                        .withName(pod.name())
                        .get())
                .map(Pod::getSpec)
                .map(spec -> spec.getNodeName());
        if (chosen.stream()
                .map(node -> node.getMetadata().getName())
                .anyMatch(name -> ownNode.equals(Optional.of(name)))) {
            throw new InjectionException("Musterpoint itself runs on " + ownNode.get()
                    + ", which the target selects; select others, or run it on another node or outside the cluster");
        }
    }
}
