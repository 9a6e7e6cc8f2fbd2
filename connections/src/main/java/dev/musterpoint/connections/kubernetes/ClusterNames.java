package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.journal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Labels and names that Kubernetes and Musterpoint agree on. */
public final class ClusterNames {
    /** The label on a node that names its zone. */
    public static final String ZONE = "topology.kubernetes.io/zone";
    /** The label on everything that a run makes; its value is that of {@link #runLabel}. */
    public static final String RUN = "musterpoint.dev/run";

    /** The label on everything that a run makes for a fault; its value is the fault's number. */
    public static final String FAULT = "musterpoint.dev/fault";

    private static final int LONGEST_VALUE = 63;
    private static final int DIGEST_DIGITS = 12;

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

    /** The value of {@link #RUN}: the run's id, or where that is too long for a label its beginning and a digest of it. */
    public static String runLabel(String runId) {
        if (runId.length() <= LONGEST_VALUE) {
            return runId;
        }
        return runId.substring(0, LONGEST_VALUE - DIGEST_DIGITS - 1) + "-" + digest(runId);
    }

    /** Twelve hexadecimal digits that stand for {@code text} in names, which may not be as long or hold all of its signs. */
    public static String digest(String text) {
        return Digests.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_DIGITS);
    }
}
