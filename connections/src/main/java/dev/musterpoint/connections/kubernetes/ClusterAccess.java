package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Systems;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a cluster is reached. Holds no credentials: they are read anew from where it says they are.
 *
 * @param kubeconfig the kubeconfig files, as KUBECONFIG lists them; empty inside a cluster, whose own account is used
 * @param context    the context in them; empty inside a cluster
 * @param server     the API server's address
 * @param namespace  the namespace that is meant where none is named
 * @param byDrill    whether a drill names the kubeconfig, and no person set it up: it may name no program and no other file
 */
public record ClusterAccess(String kubeconfig, String context, String server, String namespace, boolean byDrill) {
    private static final String KUBECONFIG = "kubeconfig";
    private static final String CONTEXT = "context";
    private static final String SERVER = "server";
    private static final String NAMESPACE = "namespace";
    private static final String BY_DRILL = "byDrill";
    private static final int HTTPS = 443;

    public ClusterAccess {
        Objects.requireNonNull(kubeconfig);
        Objects.requireNonNull(context);
        Checks.text(server, "the API server's address");
        Checks.text(namespace, "namespace");
    }

    /** By a kubeconfig that a person has set up, or by this process's own account. */
    public ClusterAccess(String kubeconfig, String context, String server, String namespace) {
        this(kubeconfig, context, server, namespace, false);
    }

    /**
     * How the cluster of {@code system} is reached; a sandbox may name its kubeconfig alone.
     *
     * @throws IllegalArgumentException when it is no cluster, or one that does not stand yet
     */
    public static ClusterAccess of(SystemFacts system) {
        if (system.facts().containsKey(SERVER)) {
            return of(system.facts());
        }
        if (!system.facts().containsKey(KUBECONFIG)) {
            throw new IllegalArgumentException("system '" + system.name() + "' of type " + system.type()
                    + " names no cluster that stands already, so that nothing in it can be named; use one of type"
                    + " kubernetes ('muster sandbox up' keeps a cluster up and prints how it is reached)");
        }
        Map<String, Object> known = new LinkedHashMap<>(system.facts());
        known.keySet().retainAll(Set.of(KUBECONFIG, CONTEXT, NAMESPACE));
        return new ClusterFinder(system.name(), KubeconfigChain.ofThisProcess()).find(new Params(known));
    }

    /** How the cluster of {@code fault} is reached, which is one of {@code systems}. */
    public static ClusterAccess of(Systems systems, PlannedFault fault) {
        return of(systems.get(fault.spec().system().orElseThrow()));
    }

    /** From {@link #facts}, such as an undo record keeps them. */
    public static ClusterAccess of(Map<String, String> facts) {
        return new ClusterAccess(
                facts.getOrDefault(KUBECONFIG, ""),
                facts.getOrDefault(CONTEXT, ""),
                facts.getOrDefault(SERVER, ""),
                facts.getOrDefault(NAMESPACE, "default"),
                Boolean.parseBoolean(facts.get(BY_DRILL)));
    }

    /** All of it, for system facts and undo records. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(KUBECONFIG, kubeconfig);
        facts.put(CONTEXT, context);
        facts.put(SERVER, server);
        facts.put(NAMESPACE, namespace);
        if (byDrill) {
            facts.put(BY_DRILL, "true");
        }
        return facts;
    }

    /** Whether this process runs in the cluster and uses its own account there. */
    public boolean isInCluster() {
        return kubeconfig.isEmpty();
    }

    /** What something in a namespace is called whatever a drill calls the cluster, for policies and locks. */
    public String address(String inNamespace, String kind, String name) {
        return address(inNamespace + "/" + kind, name);
    }

    /** What something that is in no namespace, such as a node, is called whatever a drill calls the cluster. */
    public String address(String kind, String name) {
        return "kubernetes://" + hostAndPort() + "/" + kind + "/" + name;
    }

    private String hostAndPort() {
        URI address = URI.create(server);
        return address.getHost() + ":" + (address.getPort() < 0 ? HTTPS : address.getPort());
    }
}
