package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.ClusterRights;
import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.injectors.kubernetes.ClusterReading;
import dev.musterpoint.injectors.kubernetes.ClusterTargets;
import dev.musterpoint.injectors.kubernetes.Nodes;
import dev.musterpoint.injectors.kubernetes.ZoneNodes;
import io.fabric8.kubernetes.api.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves a target to nodes, each a target of its own: by name, by zone, by label, or those that all of these select. */
final class NodeTargets extends ClusterTargets {
    private static final String NAME = "name";
    private static final String LABEL = "label";

    private final Optional<OwnPod> own;
    private final List<ClusterRule> rules;

    /** @param rules what the fault has to be allowed */
    NodeTargets(Optional<OwnPod> own, List<ClusterRule> rules) {
        this.own = own;
        this.rules = rules;
    }

    static List<Parameter> parameters() {
        return List.of(
                Parameter.optional(NAME, ParameterType.TEXT, "any", "The node of this name"),
                Parameter.optional(
                        ZoneNodes.ZONE,
                        ParameterType.TEXT,
                        "any",
                        "Those of this zone (label " + ClusterNames.ZONE + ")"),
                Parameter.optional(LABEL, ParameterType.TEXT, "any", "Those with this label: NAME or NAME=VALUE"));
    }

    @Override
    protected List<Target> resolve(FaultSpec fault, String system, ClusterAccess access) throws InjectionException {
        Params target = fault.target();
        if (!target.has(NAME) && !target.has(ZoneNodes.ZONE) && !target.has(LABEL)) {
            throw new InjectionException("its target says nothing of which nodes; give 'name', 'zone' or 'label'");
        }
        return ClusterCall.to(access, Redactor.process(), client -> {
            ClusterRights.require(client, rules);
            Nodes nodes = Nodes.read(client);
            List<Node> chosen =
                    nodes.all().stream().filter(node -> isMeant(node, target)).toList();
            Nodes.refuseOwn(chosen, own, client);
            if (fault.type().equals(NodeInjectorProvider.DRAIN)) {
                requirePods(chosen, ZonePods.of(fault, client, own));
            }
            return chosen.stream()
                    .map(node -> target(system, access, node, nodes.all().size()))
                    .toList();
        });
    }

    /** On each, for each is a target of its own. */
    private static void requirePods(List<Node> chosen, ZonePods pods) throws InjectionException {
        for (Node node : chosen) {
            pods.requireOn(List.of(node), "node " + node.getMetadata().getName());
        }
    }

    static boolean isMeant(Node node, Params target) {
        return target.find(NAME)
                        .filter(name -> !name.equals(node.getMetadata().getName()))
                        .isEmpty()
                && target.find(ZoneNodes.ZONE)
                        .filter(zone -> !NodeFacts.isIn(node, zone))
                        .isEmpty()
                && target.find(LABEL).filter(label -> !bears(node, label)).isEmpty();
    }

    private static boolean bears(Node node, String label) {
        String[] parts = label.split("=", 2);
        String value = NodeFacts.labels(node).get(parts[0]);
        return value != null && (parts.length == 1 || parts[1].equals(value));
    }

    private static Target target(String system, ClusterAccess access, Node node, int size) {
        String name = node.getMetadata().getName();
        Map<String, String> attributes = new LinkedHashMap<>();
        NodeFacts.labels(node).forEach((label, value) -> attributes.put("label." + label, value));
        attributes.putAll(FormerNode.attributes(List.of(node)));
        NodeFacts.zone(node).ifPresent(zone -> attributes.put(ZoneNodes.ZONE, zone));
        attributes.put(Target.ADDRESS, access.address("nodes", name));
        return new Target(system + "/node/" + name, "nodes", system + "/nodes", size, false, attributes);
    }

    /** Of nodes that are drained; one that is only cordoned keeps its pods. */
    @Override
    protected Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, ClusterAccess access)
            throws InjectionException {
        if (!fault.type().equals(NodeInjectorProvider.DRAIN)) {
            return Optional.empty();
        }
        return Optional.of(
                ClusterReading.forecast(access, cluster -> cluster.ofNodes(node -> isMeant(node, fault.target()))));
    }
}
