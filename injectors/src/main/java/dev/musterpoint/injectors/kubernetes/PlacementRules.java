package dev.musterpoint.injectors.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pod's template says of where it may be. The same for all pods of a workload.
 *
 * @param selector the labels that its node has
 * @param apart    the labels of nodes by which required anti-affinity keeps it from others of its kind
 * @param spread   the spreads that it may not break, and that go on counting nodes that are closed to it
 */
record PlacementRules(Map<String, String> selector, Tolerations tolerations, List<String> apart, List<Spread> spread) {
    /** An even spread over the values of a label of nodes. */
    record Spread(String key, Integer maxSkew) {}

    static PlacementRules of(Pod pod) {
        return new PlacementRules(
                Objects.requireNonNullElse(pod.getSpec().getNodeSelector(), Map.of()),
                Tolerations.of(pod.getSpec().getTolerations()),
                required(pod)
                        .filter(term -> selects(term, pod))
                        .map(PodAffinityTerm::getTopologyKey)
                        .toList(),
                spreads(pod));
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

    /** By default a spread counts domains that are closed by taints too, and none may fall behind (maxSkew). */
    private static List<Spread> spreads(Pod pod) {
        return Objects.requireNonNullElse(
                        pod.getSpec().getTopologySpreadConstraints(), List.<TopologySpreadConstraint>of())
                .stream()
                .filter(each -> "DoNotSchedule".equals(each.getWhenUnsatisfiable())
                        && !"Honor".equals(each.getNodeTaintsPolicy()))
                .map(each -> new Spread(each.getTopologyKey(), each.getMaxSkew()))
                .toList();
    }

    static Map<String, String> labels(Pod pod) {
        return Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
    }
}
