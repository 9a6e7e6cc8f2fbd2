package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterRights;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.injectors.kubernetes.ClusterReading;
import dev.musterpoint.injectors.kubernetes.ClusterTargets;
import dev.musterpoint.injectors.kubernetes.Nodes;
import dev.musterpoint.injectors.kubernetes.ZoneNodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves {@code zone: NAME} to one target: the zone, with its nodes by name and UID, all of them ready. */
final class ZoneTargets extends ClusterTargets {
    static final String SYSTEM = "system";
    static final String NODES = "nodes";
    static final String UIDS = "uids";

    private final Optional<OwnPod> own;

    /** @param own the pod that this process runs in, whose zone is never cut */
    ZoneTargets(Optional<OwnPod> own) {
        this.own = own;
    }

    @Override
    protected List<Target> resolve(FaultSpec fault, String system, ClusterAccess access) throws InjectionException {
        CutSettings.of(fault);
        return ClusterCall.to(access, Redactor.process(), client -> {
            ClusterRights.require(client, CutRules.of(access.namespace()));
            ZoneNodes zone = Nodes.read(client).zone(fault.target().text(ZoneNodes.ZONE));
            Zone.requireReady(zone.nodes(), zone.name());
            Nodes.refuseOwn(zone.nodes(), own, client);
            return List.of(zone.target(system, access, attributes(zone, system)));
        });
    }

    @Override
    protected Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, ClusterAccess access)
            throws InjectionException {
        String zone = fault.target().text(ZoneNodes.ZONE);
        return Optional.of(
                ClusterReading.forecast(access, cluster -> cluster.ofNodesCutOff(node -> NodeFacts.isIn(node, zone))));
    }

    private static Map<String, String> attributes(ZoneNodes chosen, String system) {
        Zone zone = Zone.of(chosen.name(), chosen.nodes());
        return Map.of(SYSTEM, system, NODES, zone.nodeNames(), UIDS, zone.nodeUids());
    }
}
