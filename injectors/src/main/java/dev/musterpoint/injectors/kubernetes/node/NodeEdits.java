package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes nodes, each from what it is at that moment: what others change meanwhile is kept. */
final class NodeEdits {
    /** Kubelets and controllers write to nodes all the time, and seldom twice while one of ours is under way. */
    private static final int TRIES = 20;

    private final KubernetesClient client;

    NodeEdits(KubernetesClient client) {
        this.client = client;
    }

    Optional<Node> read(String name) {
        return Optional.ofNullable(client.nodes().withName(name).get());
    }

    /** Puts {@code change} of the node in its place, once it is the change of what stands there. */
    void edit(Node node, UnaryOperator<Node> change) throws InjectionException {
        Node now = node;
        for (int i = 0; i < TRIES && now != null; i++) {
            Node changed = change.apply(now);
            if (changed.equals(now)) {
                return;
            }
            try {
                client.resource(changed)
                        .lockResourceVersion(now.getMetadata().getResourceVersion())
                        .update();
                return;
            } catch (KubernetesClientException e) {
                if (!ClusterErrors.isConflict(e)) {
                    throw e;
                }
            }
            now = same(
                    node, client.nodes().withName(node.getMetadata().getName()).get());
        }
        if (now != null) {
            throw new InjectionException("node " + node.getMetadata().getName() + " was changed by others " + TRIES
                    + " times while we tried to");
        }
    }

    /** A node that went away needs no change, and one that took its name gets none. */
    private static Node same(Node before, Node now) {
        boolean same = now != null
                && now.getMetadata().getUid().equals(before.getMetadata().getUid());
        return same ? now : null;
    }
}
