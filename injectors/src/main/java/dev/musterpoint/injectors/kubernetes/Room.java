package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.NodeFacts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What nodes have left for pods: what they can allocate, less what the pods on them have requested. Owned by one thread. */
final class Room {
    private static final List<String> RESOURCES = List.of("cpu", "memory");
    private static final String PODS = "pods";

    private final List<Place> places;

    private Room(List<Place> places) {
        this.places = places;
    }

    /** The room on nodes that are open and ready, with {@code staying} pods on them. */
    static Room of(List<Node> nodes, List<Pod> staying) {
        List<Place> places = new ArrayList<>();
        for (Node node : nodes) {
            if (NodeFacts.isReady(node) && !Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
                Place place = new Place(node, allocatable(node));
                staying.stream()
                        .filter(pod -> node.getMetadata()
                                .getName()
                                .equals(pod.getSpec().getNodeName()))
                        .forEach(place::take);
                places.add(place);
            }
        }
        return new Room(places);
    }

    private static Map<String, BigDecimal> allocatable(Node node) {
        Map<String, BigDecimal> free = new HashMap<>();
        Map<String, Quantity> stated =
                Objects.requireNonNullElse(node.getStatus().getAllocatable(), Map.of());
        RESOURCES.forEach(resource -> free.put(resource, amount(stated.get(resource))));
        free.put(PODS, amount(stated.get(PODS)));
        return free;
    }

    private static BigDecimal amount(Quantity quantity) {
        return quantity == null ? BigDecimal.ZERO : quantity.getNumericalAmount();
    }

    /** Takes the room that {@code pod} needs on the node with most memory left that would have it. @return whether there is one */
    boolean place(Pod pod) {
        Optional<Place> best = places.stream()
                .filter(place -> place.takes(pod))
                .max((one, other) -> one.free.get("memory").compareTo(other.free.get("memory")));
        best.ifPresent(place -> place.take(pod));
        return best.isPresent();
    }

    /** The zones of these nodes. */
    Set<String> zones() {
        return places.stream()
                .flatMap(place -> NodeFacts.zone(place.node).stream())
                .collect(Collectors.toSet());
    }

    /** How many values of the label {@code key} these nodes have. */
    long domains(String key) {
        return places.stream()
                .map(place -> labels(place.node).get(key))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    static Map<String, String> labels(Node node) {
        return NodeFacts.labels(node);
    }

    /** One node, and what of it is free. */
    private record Place(Node node, Map<String, BigDecimal> free) {
        boolean takes(Pod pod) {
            Map<String, String> selector =
                    Objects.requireNonNullElse(pod.getSpec().getNodeSelector(), Map.of());
            return labels(node).entrySet().containsAll(selector.entrySet())
                    && tolerated(pod)
                    && needs(pod).entrySet().stream()
                            .allMatch(need -> free.get(need.getKey()).compareTo(need.getValue()) >= 0);
        }

        void take(Pod pod) {
            needs(pod).forEach((resource, need) -> free.merge(resource, need.negate(), BigDecimal::add));
        }

        private boolean tolerated(Pod pod) {
            Tolerations tolerations = Tolerations.of(pod.getSpec().getTolerations());
            return Objects.requireNonNullElse(node.getSpec().getTaints(), List.<Taint>of()).stream()
                    .filter(taint -> !"PreferNoSchedule".equals(taint.getEffect()))
                    .allMatch(tolerations::tolerate);
        }

        private static Map<String, BigDecimal> needs(Pod pod) {
            Map<String, BigDecimal> needs = new HashMap<>(Map.of(PODS, BigDecimal.ONE));
            for (Container container : pod.getSpec().getContainers()) {
                Map<String, Quantity> requests = Optional.ofNullable(container.getResources())
                        .map(resources -> resources.getRequests())
                        .orElse(Map.of());
                RESOURCES.forEach(resource -> needs.merge(resource, amount(requests.get(resource)), BigDecimal::add));
            }
            return needs;
        }
    }
}
