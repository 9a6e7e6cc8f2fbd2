package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.plan.Forecast;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Foresees what becomes of workloads when pods are lost: how many stay, how many have to be made anew, and whether there is
 * room for these. A pure function of what was read of the cluster. Of the scheduler's rules it knows requests, taints, node
 * selectors, required anti-affinity and topology spread; not node affinity, priorities, or volumes.
 */
public final class ClusterForecast {
    private final List<Node> nodes;
    private final List<PlacedPod> pods;
    private final List<String> expected = new ArrayList<>();
    private final List<String> concerns = new ArrayList<>();

    /** @param pods all of the cluster's, for all of them take room */
    ClusterForecast(List<Node> nodes, List<PlacedPod> pods) {
        this.nodes = List.copyOf(nodes);
        this.pods = List.copyOf(pods);
    }

    /** Pods are lost, and all nodes stay. @param uids theirs */
    public Forecast ofPods(Set<String> uids) {
        return of(pod -> uids.contains(pod.uid()), Set.of());
    }

    /** Nodes are lost to pods, with all that run there. */
    public Forecast ofNodes(Predicate<Node> isLost) {
        Set<String> lost = names(isLost);
        return of(pod -> lost.contains(pod.node()), lost);
    }

    /** Nodes are cut off: what runs there runs on, unreached, and its controllers do not hear of it at once. */
    public Forecast ofNodesCutOff(Predicate<Node> isLost) {
        Forecast lost = ofNodes(isLost);
        Set<String> names = names(isLost);
        List<String> said = new ArrayList<>(lost.expected());
        Replacement.of(
                        pods.stream()
                                .filter(pod -> names.contains(pod.node()))
                                .flatMap(pod -> pod
                                        .workload()
                                        .map(owner ->
                                                new Replacement(pod.rules().tolerations(), owner.kind()))
                                        .stream())
                                .toList())
                .ifPresent(said::add);
        return new Forecast(said, lost.concerns());
    }

    private Set<String> names(Predicate<Node> isLost) {
        return nodes.stream()
                .filter(isLost)
                .map(node -> node.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private Forecast of(Predicate<PlacedPod> isLost, Set<String> lostNodes) {
        Map<String, List<PlacedPod>> workloads = pods.stream()
                .filter(pod -> pod.workload().isPresent())
                .collect(Collectors.groupingBy(
                        pod -> pod.workload().get().name(), LinkedHashMap::new, Collectors.toList()));
        Room room = Room.of(
                nodes.stream()
                        .filter(node -> !lostNodes.contains(node.getMetadata().getName()))
                        .toList(),
                pods.stream().filter(isLost.negate()).toList());
        workloads.forEach((name, all) -> {
            List<PlacedPod> lost = all.stream().filter(isLost).toList();
            if (!lost.isEmpty()) {
                foresee(name, all, lost, room, lostNodes);
            }
        });
        return new Forecast(expected, concerns);
    }

    private void foresee(String name, List<PlacedPod> all, List<PlacedPod> lost, Room room, Set<String> lostNodes) {
        long placed = lost.stream().filter(room::place).count();
        boolean fits = placed == lost.size();
        int stay = all.size() - lost.size();
        expected.add(stay + " of " + all.size() + " pods of " + name + " stay; " + lost.size()
                + " to be made anew in " + where(room) + "; room for " + (lost.size() == 1 ? "it" : "them") + ": "
                + (fits ? "yes" : placed + " of " + lost.size()));
        if (!fits) {
            concerns.add("only " + placed + " of the " + lost.size() + " pods of " + name
                    + " to be made anew fit on the nodes that are left (requests, taints, node selectors); free room"
                    + " there, or expect pods that stay Pending");
        }
        if (stay == 0 && all.size() > 1) {
            concerns.add("all " + all.size() + " pods of " + name
                    + (lostNodes.isEmpty() ? " go" : " are on the nodes that go") + ": none is left to serve");
        }
        if (!lostNodes.isEmpty()) {
            antiAffinity(name, all, room);
            spread(name, lost.get(0), lostNodes);
        }
    }

    private static String where(Room room) {
        Set<String> zones = new TreeSet<>(room.zones());
        return zones.isEmpty() ? "the cluster" : (zones.size() == 1 ? "zone " : "zones ") + String.join(", ", zones);
    }

    /** A pod for each domain, and no more: what is left of the domains has to do for all. */
    private void antiAffinity(String name, List<PlacedPod> all, Room room) {
        all.get(0).rules().apart().forEach(key -> {
            long domains = room.domains(key);
            if (domains < all.size()) {
                concerns.add("required anti-affinity keeps the pods of " + name + " apart by " + key + ", and "
                        + domains + " of these are left for " + all.size() + " pods: " + (all.size() - domains)
                        + " stay Pending");
            }
        });
    }

    private void spread(String name, PlacedPod pod, Set<String> lostNodes) {
        pod.rules().spread().stream()
                .filter(each -> emptiesDomain(each.key(), lostNodes))
                .forEach(each -> concerns.add("the topology spread of " + name + " over " + each.key()
                        + " (DoNotSchedule, maxSkew " + each.maxSkew() + ") goes on counting what is lost: pods"
                        + " may stay Pending; nodeTaintsPolicy: Honor leaves it out"));
    }

    private boolean emptiesDomain(String key, Set<String> lostNodes) {
        return nodes.stream()
                .collect(Collectors.groupingBy(node ->
                        Objects.requireNonNullElse(NodeFacts.labels(node).get(key), "")))
                .values()
                .stream()
                .anyMatch(domain -> domain.stream()
                        .allMatch(node -> lostNodes.contains(node.getMetadata().getName())));
    }
}
