package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.injectors.kubernetes.ZoneNodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One cut of one zone: all that making and undoing it needs.
 *
 * @param mark the owner mark, which its pods and its table are named after
 * @param run  the value of the run's label
 */
record Cut(ClusterAccess access, CutSettings settings, Zone zone, String mark, String run) {
    private static final String PREFIX = "cluster.";
    private static final String SECONDS = "seconds";
    private static final String RUN = "run";
    /** Set once the agents are about to be given the word; until then nothing can have been cut. */
    static final String TOLD = "told";

    /** What {@link #data} wrote down. */
    static Cut of(UndoRecord undo) {
        Map<String, String> data = undo.data();
        Map<String, String> cluster = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                cluster.put(name.substring(PREFIX.length()), value);
            }
        });
        return new Cut(
                ClusterAccess.of(cluster),
                new CutSettings(
                        data.get(CutSettings.IMAGE),
                        data.get(CutSettings.PULL_POLICY),
                        Long.parseLong(data.get(SECONDS))),
                Zone.of(data.get(ZoneNodes.ZONE), data.get(ZoneTargets.NODES), data.get(ZoneTargets.UIDS)),
                undo.ownerMark(),
                data.get(RUN));
    }

    /** For the undo record; agents and table are in it for people, being named after the mark. */
    Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        access.facts().forEach((name, value) -> data.put(PREFIX + name, value));
        data.put(CutSettings.IMAGE, settings.image());
        data.put(CutSettings.PULL_POLICY, settings.pullPolicy());
        data.put(SECONDS, Long.toString(settings.seconds()));
        data.put(ZoneNodes.ZONE, zone.name());
        data.put(ZoneTargets.NODES, zone.nodeNames());
        data.put(ZoneTargets.UIDS, zone.nodeUids());
        data.put(RUN, run);
        data.put("agents", zone.nodes().keySet().stream().map(this::agent).collect(Collectors.joining(",")));
        data.put("table", table());
        return data;
    }

    static boolean isTold(UndoRecord undo) {
        return undo.data().containsKey(TOLD);
    }

    /** The namespace of its pods. */
    String namespace() {
        return access.namespace();
    }

    /** The name of the pod that cuts {@code node} off. */
    String agent(String node) {
        return "musterpoint-cut-" + ClusterNames.digest(mark + "/" + node);
    }

    /** The name of the pod that clears up on {@code node} where its agent cannot tell that it did. */
    String sweeper(String node) {
        return "musterpoint-sweep-" + ClusterNames.digest(mark + "/" + node);
    }

    /** The name of the table of rules, of its own in every run: another's is never touched. */
    String table() {
        return "musterpoint_" + ClusterNames.digest(mark);
    }

    /** The labels of its pods. */
    Map<String, String> labels() {
        return Map.of(ClusterNames.RUN, run, ClusterNames.FAULT, mark.substring(mark.lastIndexOf('/') + 1));
    }

    /** What a person does when all else failed. */
    String byHand() {
        String selector = labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        return "the nodes end the cut by themselves after " + settings.seconds() + " s; then: kubectl --namespace="
                + namespace() + " delete pods --selector=" + selector
                + "; and on each of the nodes " + zone.nodeNames() + ", if it is there: nft delete table inet "
                + table();
    }
}
