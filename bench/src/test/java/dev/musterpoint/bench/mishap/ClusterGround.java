package dev.musterpoint.bench.mishap;

import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A namespace and nodes of a cluster that runs work on, with what a stranger has put there: a taint on each node, a node that is
 * cordoned, a NetworkPolicy, annotations. After each run all of it has to be as it was, field by field.
 */
final class ClusterGround implements AutoCloseable {
    /** What the cluster's own controllers take to notice that a node is open again. */
    private static final Duration CONTROLLERS = Duration.ofSeconds(10);

    private static final Path GROUND = Path.of("src", "test", "resources", "drills", "mishap", "kube-ground.yaml");
    /** A node that nobody heard of yet is given a minute before the cluster says so, and changes its taints. */
    private static final String SILENT = "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"Unknown\"}]}}";

    /** The cluster's own taints, which it takes away and makes again as it sees fit when its API server was gone. */
    private static final String ITS_OWN =
            ",?\\{\"key\":\"node.kubernetes.io/[a-z-]+\",\"effect\":\"[A-Za-z]+\"(,\"timeAdded\":\"[^\"]+\")?\\}";

    private static final String OURS = "musterpoint";

    private final ThreeZones zones;
    private final ClusterApi api;
    private final Map<String, String> before;

    ClusterGround(ThreeZones zones) throws IOException, GeneralSecurityException {
        this.zones = zones;
        this.api = new ClusterApi(zones.directory(), zones.server());
        zones.kubectl("apply", "-f", GROUND.toString());
        zones.kubectl("patch", "node", "theirs-a", "--subresource=status", "-p", SILENT);
        zones.kubectl("taint", "nodes", "--all", "--overwrite", "theirs=kept:PreferNoSchedule");
        zones.kubectl("wait", "--for=condition=Available", "deployments", "--all", "--timeout=60s");
        awaitSilence("theirs-a");
        this.before = fields();
    }

    /** The cluster's own taint of a node that is silent. */
    private void awaitSilence(String node) {
        zones.kubectl(
                "wait",
                "--for=jsonpath={.spec.taints[?(@.effect==\"NoExecute\")].key}=node.kubernetes.io/unreachable",
                "node/" + node,
                "--timeout=30s");
    }

    /** For a scene that may change nothing for good but what {@code part} begins the name of. */
    Scene.Extra part(String part) {
        return new Scene.Extra() {
            @Override
            public Map<String, String> variables() {
                return Map.of("KUBECONFIG", zones.kubeconfig().toString(), "NAMESPACE", zones.namespace());
            }

            @Override
            public List<String> left() {
                return leftIn(part);
            }

            @Override
            public Duration settlesWithin() {
                return CONTROLLERS;
            }
        };
    }

    /** For a scene that cuts off zone b for so long at most: its nodes by their own eyes as well. */
    Scene.Extra cut(Duration longest) {
        Scene.Extra seen = part("");
        return new Scene.Extra() {
            @Override
            public Map<String, String> variables() {
                return seen.variables();
            }

            @Override
            public List<String> left() {
                List<String> left = new ArrayList<>(seen.left());
                if (zones.inNode("node-b1", "nft", "list", "tables").contains(OURS)) {
                    left.add("node-b1 is cut off");
                }
                return left;
            }

            @Override
            public Duration settlesWithin() {
                return longest.plus(CONTROLLERS);
            }
        };
    }

    /** What is not as it was, of all whose names begin with {@code part}. */
    List<String> leftIn(String part) {
        Map<String, String> now = fields();
        List<String> left = new ArrayList<>();
        before.forEach((name, was) -> {
            if (name.startsWith(part) && !was.equals(now.get(name))) {
                left.add(name + " is " + now.get(name) + " and was " + was);
            }
        });
        now.forEach((name, is) -> {
            if (name.startsWith(part) && !before.containsKey(name)) {
                left.add(name + " is there: " + is);
            }
        });
        return left;
    }

    /** Nodes, workloads and policies by name; pods only where they bear something of ours. */
    private Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        collect("node", "/api/v1/nodes", fields);
        String namespace = "/namespaces/" + zones.namespace();
        collect("deployment", "/apis/apps/v1" + namespace + "/deployments", fields);
        collect("policy", "/apis/networking.k8s.io/v1/networkpolicies", fields);
        for (JsonNode pod : api.get("/api/v1/pods").get("items")) {
            if (pod.get("metadata").path("labels").toString().contains(OURS)
                    || pod.get("metadata").path("annotations").toString().contains(OURS)) {
                fields.put(
                        "pod " + name(pod), pod.get("metadata").path("labels").toString());
            }
        }
        return fields;
    }

    private void collect(String kind, String path, Map<String, String> fields) {
        for (JsonNode item : api.get(path).get("items")) {
            JsonNode meta = item.get("metadata");
            fields.put(
                    kind + " " + name(item),
                    meta.path("uid") + " " + meta.path("labels") + " " + meta.path("annotations") + " "
                            + item.get("spec")
                                    .toString()
                                    .replaceAll(ITS_OWN, "")
                                    .replace("[,", "["));
        }
    }

    private static String name(JsonNode item) {
        return item.get("metadata").get("name").asString();
    }

    /** Takes away what was put there beside the test's own namespace. */
    @Override
    public void close() {
        zones.kubectl("delete", "node", "theirs-a");
        zones.kubectl("taint", "nodes", "--all", "theirs-");
    }
}
