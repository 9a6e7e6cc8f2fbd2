package dev.musterpoint.connections.kubernetes;

import java.util.regex.Pattern;

/** Labels and names that Kubernetes and Musterpoint agree on. */
public final class ClusterNames {
    /** The label on a node that names its zone. */
    public static final String ZONE = "topology.kubernetes.io/zone";
    /** The label on everything that a run makes; its value is the run's id. */
    public static final String RUN = "musterpoint.dev/run";

    /** A DNS subdomain (RFC 1123), as names of pods and nodes are. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private ClusterNames() {}

    /** Returns {@code name} when a pod, a node or a namespace could be called so. */
    public static String checked(String name, String what) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a " + what
                    + "; such names have lower-case letters, digits, '-' and '.'");
        }
        return name;
    }
}
