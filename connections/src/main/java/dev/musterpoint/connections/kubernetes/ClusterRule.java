package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.spec.Checks;
import java.util.List;
import java.util.Objects;

/**
 * Something that has to be allowed in a cluster, as a rule of a Role has it.
 *
 * @param namespace where; empty for the cluster as a whole
 * @param group     the API group; empty for the core one
 * @param resource  in the plural, with its subresource ({@code pods/eviction})
 * @param verbs     what is done with it
 */
public record ClusterRule(String namespace, String group, String resource, List<String> verbs) {
    public ClusterRule {
        Objects.requireNonNull(namespace);
        Objects.requireNonNull(group);
        Checks.text(resource, "resource");
        verbs = List.copyOf(verbs);
    }

    /** {@code list pods in namespace 'shop'}. */
    String say(String verb) {
        String what = verb + " " + resource + (group.isEmpty() ? "" : "." + group);
        return namespace.isEmpty() ? what + " of the cluster" : what + " in namespace '" + namespace + "'";
    }
}
