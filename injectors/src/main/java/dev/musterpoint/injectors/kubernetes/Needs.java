package dev.musterpoint.injectors.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a pod takes of a node, or a node has.
 *
 * @param cpu    in cores
 * @param memory in bytes
 * @param pods   how many pods
 */
record Needs(BigDecimal cpu, BigDecimal memory, BigDecimal pods) {
    static final Needs NOTHING = new Needs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** What the containers of {@code pod} request, and a pod's place. */
    static Needs of(Pod pod) {
        return pod.getSpec().getContainers().stream()
                .map(container -> Optional.ofNullable(container.getResources())
                        .map(resources -> resources.getRequests())
                        .orElse(Map.of()))
                .map(Needs::of)
                .reduce(new Needs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE), Needs::plus);
    }

    /** As a manifest or a node states it; nothing of what it does not state. */
    static Needs of(Map<String, Quantity> stated) {
        Map<String, Quantity> all = Objects.requireNonNullElse(stated, Map.of());
        return new Needs(amount(all.get("cpu")), amount(all.get("memory")), amount(all.get("pods")));
    }

    private static BigDecimal amount(Quantity quantity) {
        return quantity == null ? BigDecimal.ZERO : quantity.getNumericalAmount();
    }

    Needs plus(Needs other) {
        return new Needs(cpu.add(other.cpu), memory.add(other.memory), pods.add(other.pods));
    }

    Needs minus(Needs other) {
        return new Needs(cpu.subtract(other.cpu), memory.subtract(other.memory), pods.subtract(other.pods));
    }

    boolean covers(Needs other) {
        return cpu.compareTo(other.cpu) >= 0 && memory.compareTo(other.memory) >= 0 && pods.compareTo(other.pods) >= 0;
    }
}
