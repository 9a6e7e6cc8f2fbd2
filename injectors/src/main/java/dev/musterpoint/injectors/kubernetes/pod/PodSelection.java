package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which pods a fault may choose from: those of one namespace for which all holds that is given.
 *
 * @param labelSelector as kubectl's {@code --selector} has it
 * @param fieldSelector as kubectl's {@code --field-selector} has it, name and node included; empty for none
 * @param owner         the workload whose pods they are
 * @param zone          the zone of their nodes
 */
public record PodSelection(
        String namespace,
        Optional<String> name,
        Optional<String> labelSelector,
        Optional<String> fieldSelector,
        Optional<WorkloadName> owner,
        Optional<String> zone) {
    private static final List<String> SELECTORS =
            List.of("labelSelector", "fieldSelector", "name", "owner", "node", "zone");

    /** What may stand under {@code target:}. */
    public static List<Parameter> parameters() {
        return List.of(
                text("labelSelector", "Those with these labels, such as app=web,role!=primary"),
                text("fieldSelector", "Those with these fields, such as status.podIP=10.0.0.7"),
                text("name", "The one of this name"),
                text(
                        "owner",
                        "Those of a workload: deployment/NAME, statefulset/NAME, daemonset/NAME or replicaset/NAME"),
                text("node", "Those on this node"),
                text("zone", "Those on nodes of this zone (label " + ClusterNames.ZONE + ")"),
                Parameter.optional("namespace", ParameterType.TEXT, "that of the system", "The namespace they are in"),
                Parameter.optional("count", ParameterType.INTEGER, "1", "How many of them"),
                Parameter.optional(
                        "share",
                        ParameterType.SHARE,
                        "none",
                        "How many of them, as a share, rounded down, and one at least"),
                Parameter.choice(
                        "order",
                        List.of("oldest", "newest", "random"),
                        "random",
                        "Which of them; 'random' draws by 'seed' and the pods' UIDs, the same as long as they are there"),
                Parameter.optional("seed", ParameterType.INTEGER, "0", "Another seed draws other pods"));
    }

    private static Parameter text(String name, String description) {
        return Parameter.optional(name, ParameterType.TEXT, "any", description);
    }

    static PodSelection of(Params target, String systemsNamespace) throws InjectionException {
        if (SELECTORS.stream().noneMatch(target::has)) {
            throw new InjectionException(
                    "its target says nothing of which pods; give at least one of: " + String.join(", ", SELECTORS));
        }
        Optional<String> name = target.find("name").map(given -> ClusterNames.checked(given, "pod"));
        Optional<String> fields = fields(List.of(
                target.find("fieldSelector"),
                name.map(given -> "metadata.name=" + given),
                target.find("node").map(given -> "spec.nodeName=" + ClusterNames.checked(given, "node"))));
        return new PodSelection(
                ClusterNames.checked(target.text("namespace", systemsNamespace), "namespace"),
                name,
                target.find("labelSelector"),
                fields,
                target.find("owner").map(WorkloadName::parse),
                target.find("zone"));
    }

    private static Optional<String> fields(List<Optional<String>> conditions) {
        String all = conditions.stream().flatMap(Optional::stream).collect(Collectors.joining(","));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }
}
