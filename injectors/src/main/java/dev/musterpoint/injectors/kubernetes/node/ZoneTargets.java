package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterRights;
import dev.musterpoint.connections.kubernetes.ClusterRule;
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
import java.util.Optional;

/** Resolves {@code zone: NAME} to one target: the zone, with its nodes by name and UID. */
final class ZoneTargets extends ClusterTargets {
    private final Optional<OwnPod> own;
    private final List<ClusterRule> rules;

    /** @param rules what the fault has to be allowed */
    ZoneTargets(Optional<OwnPod> own, List<ClusterRule> rules) {
        this.own = own;
        this.rules = rules;
    }

    @Override
    protected List<Target> resolve(FaultSpec fault, String system, ClusterAccess access) throws InjectionException {
        return ClusterCall.to(access, Redactor.process(), client -> {
            ClusterRights.require(client, rules);
            ZoneNodes zone = Nodes.read(client).zone(fault.target().text(ZoneNodes.ZONE));
            Nodes.refuseOwn(zone.nodes(), own, client);
            ZonePods.of(fault, client, own).requireOn(zone.nodes(), "zone '" + zone.name() + "'");
            return List.of(zone.target(system, access, FormerNode.attributes(zone.nodes())));
        });
    }

    @Override
    protected Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, ClusterAccess access)
            throws InjectionException {
        String zone = fault.target().text(ZoneNodes.ZONE);
        return Optional.of(
                ClusterReading.forecast(access, cluster -> cluster.ofNodes(node -> NodeFacts.isIn(node, zone))));
    }
}
