package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.ClusterRights;
import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.injectors.kubernetes.ClusterReading;
import io.fabric8.kubernetes.api.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Resolves {@code zone: NAME} to one target: the zone, with its nodes by name and UID. */
final class ZoneTargets implements TargetResolver {
    static final String ZONE = "zone";

    private final Optional<OwnPod> own;
    private final List<ClusterRule> rules;

    /** @param rules what the fault has to be allowed */
    ZoneTargets(Optional<OwnPod> own, List<ClusterRule> rules) {
        this.own = own;
        this.rules = rules;
    }

    static List<Parameter> parameters() {
        return List.of(Parameter.required(
                ZONE, ParameterType.TEXT, "The zone, as the label " + ClusterNames.ZONE + " of its nodes names it"));
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) throws InjectionException {
        SystemFacts facts = system.orElseThrow(() -> new InjectionException("it needs a 'system' of type kubernetes"));
        ClusterAccess access = ClusterAccess.of(facts);
        String zone = fault.target().text(ZONE);
        return ClusterCall.to(access, Redactor.process(), client -> {
            ClusterRights.require(client, rules);
            Nodes nodes = Nodes.of(client);
            List<Node> chosen = chosen(zone, nodes);
            Nodes.refuseOwn(chosen, own, client);
            return List.of(
                    target(facts.name(), access, zone, chosen, nodes.zones().size()));
        });
    }

    static List<Node> chosen(String zone, Nodes nodes) throws InjectionException {
        Map<String, List<Node>> zones = nodes.zones();
        List<Node> chosen = zones.getOrDefault(zone, List.of());
        if (chosen.isEmpty()) {
            throw new InjectionException("there is no zone '" + zone + "'; "
                    + (zones.isEmpty()
                            ? "no node has the label " + ClusterNames.ZONE
                            : "there are " + String.join(", ", new TreeSet<>(zones.keySet()))));
        }
        if (chosen.size() == nodes.all().size()) {
            throw new InjectionException("all " + chosen.size() + " nodes of the cluster are in zone '" + zone
                    + "'; nothing could take over");
        }
        return chosen;
    }

    private static Target target(String system, ClusterAccess access, String zone, List<Node> nodes, int zones) {
        Map<String, String> attributes = new LinkedHashMap<>();
        nodes.forEach(node -> Nodes.labels(node).forEach((name, value) -> attributes.put("label." + name, value)));
        attributes.putAll(FormerNode.attributes(nodes));
        attributes.put(ZONE, zone);
        attributes.put(Target.ADDRESS, access.address("zones", zone));
        return new Target(system + "/zone/" + zone, "zones", system + "/zones", zones, false, attributes);
    }

    @Override
    public Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, Optional<SystemFacts> system)
            throws InjectionException {
        String zone = fault.target().text(ZONE);
        return system.isEmpty()
                ? Optional.empty()
                : Optional.of(ClusterReading.forecast(
                        ClusterAccess.of(system.get()),
                        cluster -> cluster.ofNodes(node -> NodeFacts.zone(node).equals(Optional.of(zone)))));
    }
}
