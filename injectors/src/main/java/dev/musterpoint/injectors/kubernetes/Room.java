package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.NodeFacts;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What nodes have left for pods: what they can allocate, less what the pods on them have requested. Owned by one thread. */
final class Room {
    private final List<Place> places;

    private Room(List<Place> places) {
        this.places = places;
    }

    /** The room on nodes that are open and ready, with {@code staying} pods on them. */
    static Room of(List<Node> nodes, List<PlacedPod> staying) {
        Map<String, Needs> taken = staying.stream()
                .collect(Collectors.groupingBy(
                        PlacedPod::node, Collectors.reducing(Needs.NOTHING, PlacedPod::needs, Needs::plus)));
        List<Place> places = new ArrayList<>();
        for (Node node : nodes) {
            if (NodeFacts.isReady(node) && !Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
                Needs whole = Needs.of(node.getStatus().getAllocatable());
                places.add(new Place(
                        node, whole.minus(taken.getOrDefault(node.getMetadata().getName(), Needs.NOTHING))));
            }
        }
        return new Room(places);
    }

    /** Takes the room that {@code pod} needs on the node with most memory left that would have it. @return whether there is one */
    boolean place(PlacedPod pod) {
        Optional<Place> best = places.stream()
                .filter(place -> place.takes(pod))
                .max(Comparator.comparing(place -> place.free.memory()));
        best.ifPresent(place -> place.free = place.free.minus(pod.needs()));
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
                .map(place -> NodeFacts.labels(place.node).get(key))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** One node, and what of it is free. */
    private static final class Place {
        private final Node node;
        private Needs free;

        Place(Node node, Needs free) {
            this.node = node;
            this.free = free;
        }

        boolean takes(PlacedPod pod) {
            return free.covers(pod.needs())
                    && NodeFacts.labels(node)
                            .entrySet()
                            .containsAll(pod.rules().selector().entrySet())
                    && tolerated(pod.rules().tolerations());
        }

        private boolean tolerated(Tolerations tolerations) {
            return Objects.requireNonNullElse(node.getSpec().getTaints(), List.<Taint>of()).stream()
                    .filter(taint -> !"PreferNoSchedule".equals(taint.getEffect()))
                    .allMatch(tolerations::tolerate);
        }
    }
}
