package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.drills.spec.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When a pod on a node that is cut off is made anew: its controller does so once the pod is told to go, which the cluster does
 * when it has found the node unreachable and the pod tolerates that no longer. A StatefulSet waits until it is gone, which
 * nobody hears of before the node is back.
 *
 * @param kind that of the pod's controller
 */
record Replacement(Tolerations tolerations, String kind) {
    /** In a sentence; empty where there is no pod. */
    static Optional<String> of(List<Replacement> pods) {
        if (pods.isEmpty()) {
            return Optional.empty();
        }
        Map<Boolean, List<Replacement>> waiting =
                pods.stream().collect(Collectors.partitioningBy(Replacement::waitsForNode));
        Map<Duration, Long> after = waiting.get(false).stream()
                .collect(Collectors.groupingBy(
                        each -> each.tolerations.ofUnreachable().orElseThrow(), TreeMap::new, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        after.forEach(
                (wait, count) -> parts.add(count + (wait.isZero() ? " at once" : " after " + Durations.format(wait))));
        if (!waiting.get(true).isEmpty()) {
            parts.add(waiting.get(true).size()
                    + " not before the nodes are back (of StatefulSets, or tolerating it for good)");
        }
        return Optional.of(
                "pods are made anew only once the cluster has found their nodes unreachable and they tolerate"
                        + " that no longer: " + String.join(", ", parts));
    }

    private boolean waitsForNode() {
        return kind.equals("StatefulSet") || tolerations.ofUnreachable().isEmpty();
    }
}
