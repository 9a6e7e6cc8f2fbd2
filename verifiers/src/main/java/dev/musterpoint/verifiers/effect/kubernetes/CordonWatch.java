package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Nodes under watch for whether they are closed to new pods. */
final class CordonWatch extends ClusterWatch {
    private final List<String> nodes;

    CordonWatch(ClusterAccess access, Redactor redactor, List<String> nodes) {
        super(access, redactor);
        this.nodes = nodes;
    }

    @Override
    Reading read(KubernetesClient from) {
        List<String> open = nodes.stream()
                .filter(name -> isOpen(from.nodes().withName(name).get()))
                .toList();
        return new Reading(
                open.isEmpty(),
                open.isEmpty()
                        ? String.join(", ", nodes) + " may take no new pods"
                        : String.join(", ", open) + " may take new pods");
    }

    private static boolean isOpen(Node node) {
        return node != null && !Boolean.TRUE.equals(node.getSpec().getUnschedulable());
    }
}
