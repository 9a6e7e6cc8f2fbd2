package dev.musterpoint.injectors.kubernetes.workload;

import java.util.Map;

/** A workload as targets and undo records name it. The UID is what it is. */
record WorkloadTarget(String space, String kind, String name, String uid) {
    private static final String SPACE = "workloadNamespace";
    private static final String KIND = "workloadKind";
    private static final String NAME = "workload";
    private static final String UID = "uid";

    static WorkloadTarget of(Map<String, String> attributes) {
        return new WorkloadTarget(
                attributes.get(SPACE), attributes.get(KIND), attributes.get(NAME), attributes.get(UID));
    }

    Map<String, String> attributes() {
        return Map.of(SPACE, space, KIND, kind, NAME, name, UID, uid);
    }

    @Override
    public String toString() {
        return kind + "/" + name + " in namespace '" + space + "'";
    }
}
