package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.evidence.SystemEvent;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a node says of itself. */
public final class NodeFacts {
    private NodeFacts() {}

    /** Whether its kubelet says so; one that is not heard of is not ready. */
    public static boolean isReady(Node node) {
        List<NodeCondition> conditions =
                node.getStatus() == null ? List.of() : node.getStatus().getConditions();
        return conditions.stream()
                .anyMatch(each ->
                        each.getType().equals("Ready") && each.getStatus().equals("True"));
    }

    /** When it last became ready, or ceased to be. */
    static Stream<SystemEvent> changes(Node node) {
        List<NodeCondition> conditions =
                node.getStatus() == null ? List.of() : node.getStatus().getConditions();
        return conditions.stream()
                .filter(each -> each.getType().equals("Ready"))
                .flatMap(each -> ClusterEvents.time(each.getLastTransitionTime())
                        .map(at -> new SystemEvent(
                                at,
                                "node " + node.getMetadata().getName(),
                                each.getStatus().equals("True") ? "ready" : "not ready",
                                Objects.requireNonNullElse(each.getMessage(), "")))
                        .stream());
    }

    public static Map<String, String> labels(Node node) {
        return Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
    }

    /** The zone that it is in; empty when it has no such label. */
    public static Optional<String> zone(Node node) {
        return Optional.ofNullable(labels(node).get(ClusterNames.ZONE));
    }

    public static boolean isIn(Node node, String zone) {
        return zone(node).equals(Optional.of(zone));
    }
}
