package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.TaintBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The marks that a fault leaves on nodes, by which its changes are told from all others'. They follow from the owner mark alone.
 * Pure: nodes in, nodes out.
 *
 * @param owner the owner mark of the fault, run id and number
 */
record NodeMarks(String owner) {
    /** The annotation that says who made a node unschedulable. */
    static final String CORDONED_BY = "musterpoint.dev/cordoned-by";

    private static final String TAINT = "musterpoint.dev/evacuated-";
    private static final String NO_EXECUTE = "NoExecute";

    /** The key of our taint. */
    String taintKey() {
        return TAINT + ClusterNames.digest(owner);
    }

    /** The node with no room for new pods, by us; one that has none already stays its cordoner's, who may be a fault of this run. */
    Node cordoned(Node node) {
        if (Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
            return node;
        }
        return new NodeBuilder(node)
                .editMetadata()
                .addToAnnotations(CORDONED_BY, owner)
                .endMetadata()
                .editSpec()
                .withUnschedulable(true)
                .endSpec()
                .build();
    }

    /** The node with no room for any pod that does not tolerate our taint. */
    Node evacuated(Node node) {
        Taint ours =
                new TaintBuilder().withKey(taintKey()).withEffect(NO_EXECUTE).build();
        return new NodeBuilder(cordoned(node))
                .editSpec()
                .addToTaints(ours)
                .endSpec()
                .build();
    }

    /** Whether anything of ours is on the node. */
    boolean isOn(Node node) {
        return isCordonedByUs(node) || taints(node).stream().anyMatch(this::isOurs);
    }

    private boolean isCordonedByUs(Node node) {
        return owner.equals(annotations(node).get(CORDONED_BY));
    }

    private boolean isOurs(Taint taint) {
        return taint.getKey().equals(taintKey());
    }

    /**
     * The node without anything of ours, as it was.
     *
     * @param wasCordoned whether it had no room for new pods before
     */
    Node restored(Node node, boolean wasCordoned) {
        List<Taint> others =
                taints(node).stream().filter(taint -> !isOurs(taint)).toList();
        NodeBuilder builder =
                new NodeBuilder(node).editSpec().withTaints(others).endSpec();
        if (isCordonedByUs(node)) {
            builder.editMetadata().removeFromAnnotations(CORDONED_BY).endMetadata();
            builder.editSpec()
                    .withUnschedulable(wasCordoned ? Boolean.TRUE : null)
                    .endSpec();
        }
        return builder.build();
    }

    private static Map<String, String> annotations(Node node) {
        return Objects.requireNonNullElse(node.getMetadata().getAnnotations(), Map.of());
    }

    private static List<Taint> taints(Node node) {
        return Objects.requireNonNullElse(node.getSpec().getTaints(), List.of());
    }
}
