package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The pods that leave nodes when these, or all of a zone, are emptied. */
final class ZonePods {
    /** The parameter that says whether pods of DaemonSets leave too. */
    static final String DAEMON_SETS = "daemonSets";

    /** The parameter that says whether pods may leave for good. */
    static final String ALLOW_BARE = "allowBare";

    private final KubernetesClient client;
    private final boolean daemonSets;
    private final boolean allowBare;
    private final Optional<OwnPod> own;

    /** @param fault says whether those of DaemonSets leave too, which come back at once where they tolerate the taint */
    ZonePods(KubernetesClient client, Params fault, Optional<OwnPod> own) {
        this.client = client;
        this.daemonSets = fault.flag(DAEMON_SETS, false);
        this.allowBare = fault.flag(ALLOW_BARE, false);
        this.own = own;
    }

    /** Those that leave by {@code fault}. */
    static ZonePods of(FaultSpec fault, KubernetesClient client, Optional<OwnPod> own) {
        return new ZonePods(client, fault.params(), own);
    }

    List<Pod> on(List<Node> nodes) {
        return leaving(nodes).toList();
    }

    /** Read node by node, and no more of them than are asked for. */
    private Stream<Pod> leaving(List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> client
                        .pods()
                        .inAnyNamespace()
                        .withField("spec.nodeName", node.getMetadata().getName())
                        .list()
                        .getItems()
                        .stream())
                .filter(this::leaves);
    }

    /** Refuses nodes that hold pods which no controller would make again, unless the fault allows it. */
    void refuseBareOn(List<Node> nodes) throws InjectionException {
        List<String> bare = leaving(nodes)
                .filter(pod -> pod.getMetadata().getOwnerReferences().isEmpty())
                .map(pod -> pod.getMetadata().getNamespace() + "/"
                        + pod.getMetadata().getName())
                .toList();
        if (!bare.isEmpty() && !allowBare) {
            throw new InjectionException("no controller would make these pods again: " + String.join(", ", bare)
                    + "; take them away first, or say '" + ALLOW_BARE + ": true'");
        }
    }

    /** Refuses nodes that no running pod would leave, for there the fault could not show. @param where they are, in words */
    void requireOn(List<Node> nodes, String where) throws InjectionException {
        requireRunning(leaving(nodes), where);
    }

    void requireRunning(Stream<Pod> leaving, String where) throws InjectionException {
        if (leaving.noneMatch(pod -> "Running".equals(pod.getStatus().getPhase()))) {
            throw new InjectionException("no pod would leave " + where + ": none runs there but "
                    + (daemonSets ? "" : "those of DaemonSets, ") + "what nodes run by themselves, and our own; select"
                    + " where others run" + (daemonSets ? "" : ", or say '" + DAEMON_SETS + ": true'"));
        }
    }

    /** Not what a node runs by itself, not what we run, and not what has ended. */
    boolean leaves(Pod pod) {
        ObjectMeta meta = pod.getMetadata();
        boolean ended = List.of("Succeeded", "Failed").contains(pod.getStatus().getPhase());
        boolean ours = own.equals(Optional.of(new OwnPod(meta.getNamespace(), meta.getName())))
                || Objects.requireNonNullElse(meta.getLabels(), Map.<String, String>of())
                        .containsKey(ClusterNames.RUN);
        return !ended && !ours && !isOf(meta, "Node") && (daemonSets || !isOf(meta, "DaemonSet"));
    }

    private static boolean isOf(ObjectMeta meta, String kind) {
        return meta.getOwnerReferences().stream()
                .anyMatch(owner -> Boolean.TRUE.equals(owner.getController())
                        && owner.getKind().equals(kind));
    }
}
