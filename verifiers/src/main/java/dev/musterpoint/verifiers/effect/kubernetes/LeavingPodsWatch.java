package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Nodes under watch for whether the pods that ran there before the fault are gone, by UID. What comes later is not meant. */
final class LeavingPodsWatch extends ClusterWatch {
    private final List<String> nodes;
    private final boolean daemonSets;
    private Set<String> before;

    /** @param daemonSets whether pods of DaemonSets are meant too */
    LeavingPodsWatch(ClusterAccess access, Redactor redactor, List<String> nodes, boolean daemonSets) {
        super(access, redactor);
        this.nodes = nodes;
        this.daemonSets = daemonSets;
    }

    @Override
    Reading read(KubernetesClient from) {
        Set<String> now = nodes.stream()
                .flatMap(node ->
                        from.pods().inAnyNamespace().withField("spec.nodeName", node).list().getItems().stream())
                .filter(this::isMeant)
                .map(pod -> pod.getMetadata().getUid())
                .collect(Collectors.toSet());
        if (before == null) {
            before = now;
            return new Reading(now.isEmpty(), now.size() + " pods run there");
        }
        Set<String> left = new HashSet<>(before);
        left.retainAll(now);
        return new Reading(left.isEmpty(), left.size() + " of the " + before.size() + " pods that ran there are there");
    }

    private boolean isMeant(Pod pod) {
        ObjectMeta meta = pod.getMetadata();
        String owner = meta.getOwnerReferences().stream()
                .filter(each -> Boolean.TRUE.equals(each.getController()))
                .map(OwnerReference::getKind)
                .findFirst()
                .orElse("");
        boolean ours = Objects.requireNonNullElse(meta.getLabels(), Map.<String, String>of())
                .containsKey(ClusterNames.RUN);
        return "Running".equals(pod.getStatus().getPhase())
                && !ours
                && !owner.equals("Node")
                && (daemonSets || !owner.equals("DaemonSet"));
    }
}
