package dev.musterpoint.connections.kubernetes;

import java.util.List;

/** A workload as kubectl names it: {@code deployment/web}. */
public record WorkloadName(String kind, String name) {
    private static final List<String> KINDS = List.of("deployment", "statefulset", "daemonset", "replicaset");

    /** Reads {@code KIND/NAME}. @throws IllegalArgumentException when the text names no workload */
    public static WorkloadName parse(String text) {
        String[] parts = text.split("/", 2);
        if (parts.length != 2 || !KINDS.contains(parts[0])) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no workload; write its kind and name, such as deployment/web (kinds: "
                            + String.join(", ", KINDS) + ")");
        }
        return new WorkloadName(parts[0], ClusterNames.checked(parts[1], "workload"));
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
