package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import io.fabric8.kubernetes.api.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A node as it was before the fault: what restoring it takes.
 *
 * @param cordoned whether it had no room for new pods
 */
record FormerNode(String name, String uid, boolean cordoned) {
    /** Under which targets and undo records name their nodes. */
    static final String NODES = "nodes";

    private static final String UID = "uid.";
    private static final String CORDONED = "cordoned.";

    static FormerNode of(Node node) {
        return new FormerNode(
                node.getMetadata().getName(),
                node.getMetadata().getUid(),
                Boolean.TRUE.equals(node.getSpec().getUnschedulable()));
    }

    /** The names and UIDs of nodes, as targets keep them. */
    static Map<String, String> attributes(List<Node> nodes) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(
                NODES,
                String.join(
                        ",",
                        nodes.stream().map(node -> node.getMetadata().getName()).toList()));
        nodes.forEach(node -> attributes.put(
                UID + node.getMetadata().getName(), node.getMetadata().getUid()));
        return attributes;
    }

    /** All of {@code nodes}, as undo records keep them. */
    static Map<String, String> data(List<FormerNode> nodes) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(NODES, String.join(",", nodes.stream().map(FormerNode::name).toList()));
        for (FormerNode node : nodes) {
            data.put(UID + node.name(), node.uid());
            data.put(CORDONED + node.name(), Boolean.toString(node.cordoned()));
        }
        return data;
    }

    static List<FormerNode> of(UndoRecord undo) {
        return names(undo.data())
                .map(name -> new FormerNode(
                        name,
                        undo.data().get(UID + name),
                        Boolean.parseBoolean(undo.data().get(CORDONED + name))))
                .toList();
    }

    /** The names of the nodes that {@code target} stands for. */
    static List<String> names(Target target) {
        return names(target.attributes()).toList();
    }

    private static Stream<String> names(Map<String, String> data) {
        return Stream.of(data.get(NODES).split(","));
    }

    /** Whether {@code now} is the node that was planned. */
    static boolean isPlanned(Target target, Node now) {
        return now != null
                && Objects.equals(
                        target.attributes().get(UID + now.getMetadata().getName()),
                        now.getMetadata().getUid());
    }

    /** Whether {@code now} is this node. */
    boolean is(Node now) {
        return now != null && uid.equals(now.getMetadata().getUid());
    }
}
