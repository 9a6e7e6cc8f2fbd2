package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changing nodes has in common: the marks, and how each node gets its exact former state back. */
abstract class NodeInjector implements FaultInjector {
    /** A request whose sender died is with the API server already, or never will be. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);

    private final Toolbox toolbox;

    NodeInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    Toolbox toolbox() {
        return toolbox;
    }

    /** Changes all nodes of the target. The client has spoken with the API server, so that its connection is there. */
    abstract void change(Change change) throws InjectionException;

    /** What is to be changed, and with what. */
    record Change(
            PlannedFault fault, List<Node> nodes, NodeMarks marks, KubernetesClient client, Injection injection) {}

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        ClusterAccess access = ClusterAccess.of(toolbox.systems(), fault);
        List<Node> nodes = ClusterCall.to(access, toolbox.redactor(), client -> planned(target, client));
        Map<String, String> data = new LinkedHashMap<>(access.facts());
        data.putAll(FormerNode.data(nodes.stream().map(FormerNode::of).toList()));
        String owner = toolbox.ownerMark(fault);
        return UndoRecord.of(fault, target, owner, UndoKind.AUTO, data, byHand(nodes, new NodeMarks(owner)));
    }

    private static String byHand(List<Node> nodes, NodeMarks marks) {
        List<String> commands = new ArrayList<>();
        for (Node node : nodes) {
            String name = node.getMetadata().getName();
            commands.add("kubectl taint node " + name + " " + marks.taintKey() + ":NoExecute-");
            if (!FormerNode.of(node).cordoned()) {
                commands.add("kubectl uncordon " + name);
            }
            commands.add("kubectl annotate node " + name + " " + NodeMarks.CORDONED_BY + "-");
        }
        return String.join("; ", commands);
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        NodeMarks marks = new NodeMarks(toolbox.ownerMark(fault));
        ClusterCall.to(ClusterAccess.of(toolbox.systems(), fault), toolbox.redactor(), client -> {
            List<Node> nodes = planned(target, client);
            injection.cancellation().throwIfCancelled();
            change(new Change(fault, nodes, marks, client, injection));
            return marks;
        });
    }

    private static List<Node> planned(Target target, KubernetesClient client) throws InjectionException {
        List<Node> nodes = new ArrayList<>();
        for (String name : FormerNode.names(target)) {
            Node now = client.nodes().withName(name).get();
            if (!FormerNode.isPlanned(target, now)) {
                throw new InjectionException("node " + name + " is not there any more"
                        + (now == null ? "" : ", and another one bears its name") + "; plan the drill again");
            }
            nodes.add(now);
        }
        return nodes;
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        NodeMarks marks = new NodeMarks(undo.ownerMark());
        ClusterCall.to(ClusterAccess.of(undo.data()), toolbox.redactor(), client -> {
            NodeEdits edits = new NodeEdits(client);
            for (FormerNode former : FormerNode.of(undo)) {
                Optional<Node> now = edits.read(former.name()).filter(former::is);
                if (now.isPresent() && marks.isOn(now.get())) {
                    edits.edit(now.get(), node -> marks.restored(node, former.cordoned()));
                }
            }
            return marks;
        });
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        NodeMarks marks = new NodeMarks(undo.ownerMark());
        return ClusterCall.to(ClusterAccess.of(undo.data()), toolbox.redactor(), client -> {
            NodeEdits edits = new NodeEdits(client);
            List<String> left = FormerNode.of(undo).stream()
                    .filter(former -> edits.read(former.name())
                            .filter(former::is)
                            .filter(marks::isOn)
                            .isPresent())
                    .map(FormerNode::name)
                    .toList();
            return left.isEmpty()
                    ? Residue.none("no node bears a mark of ours")
                    : Residue.left("our taint or cordon is on " + String.join(", ", left));
        });
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }
}
