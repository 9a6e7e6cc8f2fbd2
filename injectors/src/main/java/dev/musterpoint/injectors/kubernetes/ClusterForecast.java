package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.drills.plan.Forecast;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Foresees what becomes of workloads when pods are lost: how many stay, how many have to be made anew, and whether there is
 * room for these. A pure function of what was read of the cluster. Of the scheduler's rules it knows requests, taints, node
 * selectors, required anti-affinity and topology spread; not node affinity, priorities, or volumes.
 */
public final class ClusterForecast {
    private final List<Node> nodes;
    private final List<Pod> pods;
    private final List<String> expected = new ArrayList<>();
    private final List<String> concerns = new ArrayList<>();

    /** @param pods all of the cluster's, for all of them take room */
    public ClusterForecast(List<Node> nodes, List<Pod> pods) {
        this.nodes = List.copyOf(nodes);
        this.pods = pods.stream().filter(ClusterForecast::isThere).toList();
    }

    private static boolean isThere(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getSpec().getNodeName() != null
                && pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase());
    }

    /** Pods are lost, and all nodes stay. @param uids theirs */
    public Forecast ofPods(Set<String> uids) {
        return of(pod -> uids.contains(pod.getMetadata().getUid()), Set.of());
    }

    /** Nodes are lost to pods, with all that run there. */
    public Forecast ofNodes(Predicate<Node> isLost) {
        Set<String> lost = names(isLost);
        return of(pod -> lost.contains(pod.getSpec().getNodeName()), lost);
    }

    /** Nodes are cut off: what runs there runs on, unreached, and its controllers do not hear of it at once. */
    public Forecast ofNodesCutOff(Predicate<Node> isLost) {
        Forecast lost = ofNodes(isLost);
        List<String> said = new ArrayList<>(lost.expected());
        Set<String> names = names(isLost);
        Replacement.of(pods.stream()
                        .filter(pod -> controller(pod).isPresent())
                        .filter(pod -> names.contains(pod.getSpec().getNodeName()))
                        .map(pod -> new Replacement(
                                Tolerations.of(pod.getSpec().getTolerations()),
                                controller(pod).orElseThrow().getKind()))
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

    private Forecast of(Predicate<Pod> isLost, Set<String> lostNodes) {
        Map<String, List<Pod>> workloads = pods.stream()
                .filter(pod -> controller(pod).isPresent())
                .collect(Collectors.groupingBy(ClusterForecast::workload, LinkedHashMap::new, Collectors.toList()));
        Room room = Room.of(
                nodes.stream()
                        .filter(node -> !lostNodes.contains(node.getMetadata().getName()))
                        .toList(),
                pods.stream().filter(isLost.negate()).toList());
        workloads.forEach((name, all) -> {
            List<Pod> lost = all.stream().filter(isLost).toList();
            if (!lost.isEmpty()) {
                foresee(name, all, lost, room, lostNodes);
            }
        });
        return new Forecast(expected, concerns);
    }

    private void foresee(String name, List<Pod> all, List<Pod> lost, Room room, Set<String> lostNodes) {
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
    private void antiAffinity(String name, List<Pod> all, Room room) {
        required(all.get(0)).filter(term -> selects(term, all.get(0))).forEach(term -> {
            long domains = room.domains(term.getTopologyKey());
            if (domains < all.size()) {
                concerns.add("required anti-affinity keeps the pods of " + name + " apart by " + term.getTopologyKey()
                        + ", and " + domains + " of these are left for " + all.size() + " pods: "
                        + (all.size() - domains) + " stay Pending");
            }
        });
    }

    private static Stream<PodAffinityTerm> required(Pod pod) {
        return Optional.ofNullable(pod.getSpec().getAffinity())
                .map(affinity -> affinity.getPodAntiAffinity())
                .map(anti -> anti.getRequiredDuringSchedulingIgnoredDuringExecution())
                .stream()
                .flatMap(List::stream);
    }

    private static boolean selects(PodAffinityTerm term, Pod pod) {
        return term.getLabelSelector() != null
                && labels(pod)
                        .entrySet()
                        .containsAll(Objects.requireNonNullElse(
                                        term.getLabelSelector().getMatchLabels(), Map.<String, String>of())
                                .entrySet());
    }

    /** By default the spread counts domains that are closed by taints too, and none may fall behind (maxSkew). */
    private void spread(String name, Pod pod, Set<String> lostNodes) {
        Objects.requireNonNullElse(pod.getSpec().getTopologySpreadConstraints(), List.<TopologySpreadConstraint>of())
                .stream()
                .filter(each -> "DoNotSchedule".equals(each.getWhenUnsatisfiable())
                        && !"Honor".equals(each.getNodeTaintsPolicy())
                        && emptiesDomain(each.getTopologyKey(), lostNodes))
                .forEach(each -> concerns.add("the topology spread of " + name + " over " + each.getTopologyKey()
                        + " (DoNotSchedule, maxSkew " + each.getMaxSkew() + ") goes on counting what is lost: pods"
                        + " may stay Pending; nodeTaintsPolicy: Honor leaves it out"));
    }

    private boolean emptiesDomain(String key, Set<String> lostNodes) {
        return nodes.stream()
                .collect(Collectors.groupingBy(
                        node -> Objects.requireNonNullElse(Room.labels(node).get(key), "")))
                .values()
                .stream()
                .anyMatch(domain -> domain.stream()
                        .allMatch(node -> lostNodes.contains(node.getMetadata().getName())));
    }

    private static Optional<OwnerReference> controller(Pod pod) {
        return Objects.requireNonNullElse(pod.getMetadata().getOwnerReferences(), List.<OwnerReference>of()).stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                // Those of DaemonSets go nowhere else, and those of nodes are nobody's to move.
                .filter(owner -> !Set.of("DaemonSet", "Node").contains(owner.getKind()))
                .findFirst();
    }

    /** {@code shop/web}: the controller, and for the ReplicaSet of a Deployment that Deployment. */
    private static String workload(Pod pod) {
        OwnerReference owner = controller(pod).orElseThrow();
        String hash = labels(pod).getOrDefault("pod-template-hash", "");
        String name = !hash.isEmpty() && owner.getName().endsWith("-" + hash)
                ? owner.getName().substring(0, owner.getName().length() - hash.length() - 1)
                : owner.getName();
        return pod.getMetadata().getNamespace() + "/" + name;
    }

    private static Map<String, String> labels(Pod pod) {
        return Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
    }
}
