package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.spec.Params;
import java.util.List;

/** A provider some of whose types work with clusters, and that can tell what they have to be allowed there. */
public interface ClusterUser {
    /**
     * What one use of {@code type} has to be allowed; empty for a type that works with no cluster.
     *
     * @param target    the target of a fault, or the parameters of anything else
     * @param namespace the namespace of its system
     */
    List<ClusterRule> rules(String type, Params target, String namespace);

    /** What it would read besides, as {@link #rules}; where that is not allowed it works all the same, and tells less. */
    default List<ClusterRule> wanted(String type, Params target, String namespace) {
        return List.of();
    }
}
