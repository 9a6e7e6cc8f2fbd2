package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import io.fabric8.kubernetes.api.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A zone that a fault takes as a whole.
 *
 * @param nodes all of its nodes
 * @param zones how many zones the cluster has
 */
public record ZoneNodes(String name, List<Node> nodes, int zones) {
    /** The parameter of targets that names the zone, and the attribute of targets that are one or are in one. */
    public static final String ZONE = "zone";

    private static final String KIND = "zones";

    public ZoneNodes {
        nodes = List.copyOf(nodes);
    }

    /** How drills name a zone. */
    public static Parameter parameter() {
        return Parameter.required(
                ZONE, ParameterType.TEXT, "The zone, as the label " + ClusterNames.ZONE + " of its nodes names it");
    }

    /** The zone as a target. @param more what the fault has to know of its nodes besides */
    public Target target(String system, ClusterAccess access, Map<String, String> more) {
        Map<String, String> attributes = new LinkedHashMap<>(labels());
        attributes.putAll(more);
        attributes.put(ZONE, name);
        attributes.put(Target.ADDRESS, access.address(KIND, name));
        return new Target(system + "/zone/" + name, KIND, system + "/" + KIND, zones, false, attributes);
    }

    /** A label has as many values as its nodes give it, between commas, which none of them holds. */
    private Map<String, String> labels() {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Node node : nodes) {
            NodeFacts.labels(node)
                    .forEach((label, value) -> values.computeIfAbsent("label." + label, any -> new TreeSet<>())
                            .add(value));
        }
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((label, all) -> labels.put(label, String.join(",", all)));
        return labels;
    }
}
