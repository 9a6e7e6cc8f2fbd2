package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.SystemCheck;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at a cluster before a drill. Only reads. */
final class ClusterVisit {
    private static final int NOT_FOUND = 404;

    private final ClusterAccess access;
    private final Redactor redactor;
    private final Cancellation cancellation;
    private final List<SystemCheck> checks = new ArrayList<>();

    ClusterVisit(ClusterAccess access, Redactor redactor, Cancellation cancellation) {
        this.access = access;
        this.redactor = redactor;
        this.cancellation = cancellation;
    }

    /** The API server's version. @throws IOException when it cannot be reached or does not let us in */
    String version(String system) throws IOException {
        try (KubernetesClient client = Clusters.open(access, redactor)) {
            cancellation.onCancel(client::close);
            return version(client);
        } catch (KubernetesClientException e) {
            throw new IOException(
                    "system '" + system + "' at " + access.server() + ": " + redactor.redact(ClusterErrors.say(e)), e);
        }
    }

    /** The client gives nothing where there is no such page. */
    private static String version(KubernetesClient client) {
        VersionInfo version = client.getKubernetesVersion();
        if (version == null) {
            throw new KubernetesClientException("it has no /version, which every Kubernetes has", NOT_FOUND, null);
        }
        return version.getGitVersion();
    }

    List<SystemCheck> checks() {
        try (KubernetesClient client = Clusters.open(access, redactor)) {
            cancellation.onCancel(client::close);
            checks.add(SystemCheck.ok("API server", access.server() + " lets us in; it is " + version(client)));
            namespace(client);
            nodes(client);
        } catch (KubernetesClientException e) {
            checks.add(SystemCheck.failed(
                    "API server", redactor.redact(ClusterErrors.say(e)), "see that kubectl reaches it from here"));
        }
        return List.copyOf(checks);
    }

    private void namespace(KubernetesClient client) {
        try {
            boolean there = client.namespaces().withName(access.namespace()).get() != null;
            checks.add(
                    there
                            ? SystemCheck.ok("namespace", "'" + access.namespace() + "' is there")
                            : SystemCheck.failed(
                                    "namespace",
                                    "there is no '" + access.namespace() + "'",
                                    "give the system's 'namespace'"));
        } catch (KubernetesClientException e) {
            checks.add(SystemCheck.warning(
                    "namespace",
                    "whether there is '" + access.namespace() + "' cannot be told: " + ClusterErrors.say(e),
                    "name the namespace with care"));
        }
    }

    private void nodes(KubernetesClient client) {
        try {
            List<Node> nodes = client.nodes().list().getItems();
            long ready = nodes.stream().filter(NodeFacts::isReady).count();
            String found = ready + " of " + nodes.size() + " are ready, in zones: " + String.join(", ", zones(nodes));
            checks.add(
                    ready == nodes.size()
                            ? SystemCheck.ok("nodes", found)
                            : SystemCheck.warning("nodes", found, "drill a cluster that is whole"));
        } catch (KubernetesClientException e) {
            checks.add(SystemCheck.warning(
                    "nodes",
                    "they cannot be read, so that pods cannot be told by zone: " + ClusterErrors.say(e),
                    "allow 'get' and 'list' of nodes"));
        }
    }

    private static Set<String> zones(List<Node> nodes) {
        Set<String> zones = new TreeSet<>();
        for (Node node : nodes) {
            zones.add(NodeFacts.zone(node).orElse("none"));
        }
        return zones;
    }
}
