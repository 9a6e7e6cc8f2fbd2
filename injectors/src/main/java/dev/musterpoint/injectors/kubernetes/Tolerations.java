package dev.musterpoint.injectors.kubernetes;

import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What taints a pod tolerates, as core/v1 has it.
 *
 * @param all as the pod states them
 */
record Tolerations(List<Toleration> all) {
    static final Tolerations NONE = new Tolerations(List.of());

    private static final Taint UNREACHABLE = new Taint("NoExecute", "node.kubernetes.io/unreachable", null, null);

    Tolerations {
        all = List.copyOf(all);
    }

    static Tolerations of(List<Toleration> stated) {
        return stated == null ? NONE : new Tolerations(stated);
    }

    boolean tolerate(Taint taint) {
        return all.stream().anyMatch(each -> tolerates(each, taint));
    }

    /** An empty key tolerates every taint, an empty effect every effect. */
    private static boolean tolerates(Toleration toleration, Taint taint) {
        boolean exists = "Exists".equals(toleration.getOperator());
        String key = Objects.requireNonNullElse(toleration.getKey(), "");
        String effect = Objects.requireNonNullElse(toleration.getEffect(), "");
        boolean meant = key.isEmpty() ? exists : key.equals(taint.getKey());
        return meant
                && (effect.isEmpty() || effect.equals(taint.getEffect()))
                && (exists
                        || Objects.requireNonNullElse(toleration.getValue(), "")
                                .equals(Objects.requireNonNullElse(taint.getValue(), "")));
    }

    /**
     * How long the pod stays on a node that the cluster has found unreachable: the shortest that it states, nothing where it
     * tolerates no such node. Empty where it stays for good.
     */
    Optional<Duration> ofUnreachable() {
        if (!tolerate(UNREACHABLE)) {
            return Optional.of(Duration.ZERO);
        }
        return all.stream()
                .filter(each -> tolerates(each, UNREACHABLE))
                .map(Toleration::getTolerationSeconds)
                .filter(Objects::nonNull)
                .map(seconds -> Duration.ofSeconds(Math.max(0, seconds)))
                .min(Duration::compareTo);
    }
}
