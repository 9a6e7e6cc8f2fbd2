package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.TargetResolver;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Resolves a fault's target to one zone, with its nodes by name and UID. */
final class ZoneTargets implements TargetResolver {
    static final String SYSTEM = "system";
    static final String ZONE = "zone";
    static final String NODES = "nodes";
    static final String UIDS = "uids";

    private static final String KIND = "zones";
    private static final int MOST_SHOWN = 12;

    private final Optional<OwnPod> own;

    /** @param own the pod that this process runs in, whose zone is never cut */
    ZoneTargets(Optional<OwnPod> own) {
        this.own = own;
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) throws InjectionException {
        SystemFacts facts = system.orElseThrow(() -> new InjectionException("it needs a 'system' of type kubernetes"));
        ClusterAccess access = ClusterAccess.of(facts);
        CutSettings.of(fault);
        String name = fault.target().text(ZONE);
        return ClusterCall.to(access, Redactor.process(), client -> {
            CutRules.require(client, access.namespace());
            List<Node> all = client.nodes().list().getItems();
            List<Node> nodes = chosen(name, all);
            refuseOwn(name, nodes, client);
            return List.of(target(Zone.of(name, nodes), nodes, zones(all).size(), facts.name(), access));
        });
    }

    private static Set<String> zones(List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> NodeFacts.zone(node).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The nodes of zone {@code name}. @throws InjectionException when it is none that can be cut off */
    static List<Node> chosen(String name, List<Node> all) throws InjectionException {
        List<Node> nodes = all.stream()
                .filter(node -> NodeFacts.zone(node).filter(name::equals).isPresent())
                .toList();
        if (nodes.isEmpty()) {
            Set<String> zones = zones(all);
            throw new InjectionException("no node is in zone '" + name + "'; "
                    + (zones.isEmpty()
                            ? "no node has the label " + ClusterNames.ZONE
                            : "there are: " + zones.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))));
        }
        if (nodes.size() == all.size()) {
            throw new InjectionException("zone '" + name
                    + "' holds every node of the cluster: nothing would be left to take over; drill a cluster of several"
                    + " zones");
        }
        Zone.requireReady(nodes, name);
        return nodes;
    }

    private void refuseOwn(String zone, List<Node> nodes, KubernetesClient client) throws InjectionException {
        Optional<String> ownNode = own.map(pod -> client.pods()
                        .inNamespace(pod.namespace())
                        .withName(pod.name())
                        .get())
                .map(Pod::getSpec)
                .map(spec -> spec.getNodeName());
        if (nodes.stream()
                .anyMatch(node -> ownNode.equals(Optional.of(node.getMetadata().getName())))) {
            throw new InjectionException("Musterpoint itself runs in zone '" + zone + "', on " + ownNode.get()
                    + "; run it in another zone, or outside the cluster");
        }
    }

    static Target target(Zone zone, List<Node> nodes, int zones, String system, ClusterAccess access) {
        Map<String, String> attributes = new LinkedHashMap<>(labels(nodes));
        attributes.put(Target.ADDRESS, access.address(KIND, zone.name()));
        attributes.put(SYSTEM, system);
        attributes.put(ZONE, zone.name());
        attributes.put(NODES, zone.nodeNames());
        attributes.put(UIDS, zone.nodeUids());
        return new Target(system + "/zone/" + zone.name(), KIND, system + "/" + KIND, zones, false, attributes);
    }

    /** A label has as many values as its nodes give it, between commas, which none of them holds. */
    private static Map<String, String> labels(List<Node> nodes) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Node node : nodes) {
            NodeFacts.labels(node)
                    .forEach((name, value) -> values.computeIfAbsent("label." + name, any -> new TreeSet<>())
                            .add(value));
        }
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((name, all) -> labels.put(name, String.join(",", all)));
        return labels;
    }
}
