package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.drills.plan.Target;

/** A pod as its target names it. The UID is what it is; a name may be borne by another pod by now. */
public record PlannedPod(String system, String namespace, String name, String uid) {
    static final String SYSTEM = "system";
    static final String NAMESPACE = "namespace";
    static final String NAME = "pod";
    static final String UID = "uid";

    /** The pod that {@code target} is. */
    public static PlannedPod of(Target target) {
        return new PlannedPod(
                target.attributes().get(SYSTEM),
                target.attributes().get(NAMESPACE),
                target.attributes().get(NAME),
                target.attributes().get(UID));
    }

    /** Its place at the API server. */
    public String path() {
        return "/api/v1/namespaces/" + namespace + "/pods/" + name;
    }

    @Override
    public String toString() {
        return namespace + "/" + name + " (UID " + uid + ")";
    }
}
