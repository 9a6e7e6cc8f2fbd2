package dev.musterpoint.verifiers.probe.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.ClusterUser;
import dev.musterpoint.connections.kubernetes.Clusters;
import dev.musterpoint.connections.kubernetes.KubernetesSystemProvider;
import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the probe type {@code kubernetes}. Loads no client by itself. */
public final class KubernetesProbeProvider implements ProbeProvider, ClusterUser {
    private static final String SERVICE = "service";
    private static final String WORKLOAD = "workload";
    private static final String AT_LEAST = "atLeast";
    private static final String ZONES = "zones";
    private static final int IN_FLIGHT = 64;

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                "kubernetes",
                "Asks a cluster how many endpoints of a service, or replicas of a workload, are ready",
                List.of(
                        Parameter.optional(
                                SERVICE, ParameterType.TEXT, "none", "The service whose ready endpoints are counted"),
                        Parameter.optional(
                                WORKLOAD,
                                ParameterType.TEXT,
                                "none",
                                "The workload whose ready replicas are counted, such as deployment/web"),
                        Parameter.optional(
                                AT_LEAST, ParameterType.INTEGER, "1", "How many have to be ready for a good answer"),
                        Parameter.optional(
                                ZONES,
                                ParameterType.INTEGER,
                                "0",
                                "In how many zones ready endpoints have to be for a good answer; with 'service' only"),
                        Parameter.optional(
                                "namespace", ParameterType.TEXT, "that of the system", "The namespace it is in")),
                List.of(KubernetesSystemProvider.TYPE, "sandbox")));
    }

    @Override
    public List<String> problems(Params params) {
        if (params.has(SERVICE) == params.has(WORKLOAD)) {
            return List.of(
                    "it counts the endpoints of a service or the replicas of a workload; give one of 'service' and"
                            + " 'workload'");
        }
        return params.has(WORKLOAD) && params.has(ZONES)
                ? List.of("a workload does not tell in which zones its replicas are; for 'zones' give 'service'")
                : List.of();
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        String system = spec.system()
                .orElseThrow(() -> new IllegalArgumentException(
                        "probe '" + spec.name() + "' needs a 'system' of type kubernetes"));
        ClusterAccess access = ClusterAccess.of(toolbox.systems().get(system));
        Params params = spec.params();
        String namespace = ClusterNames.checked(params.text("namespace", access.namespace()), "namespace");
        ReadyCount count = params.find(WORKLOAD)
                .map(WorkloadName::parse)
                .map(workload -> ReadyCount.ofWorkload(namespace, workload))
                .orElseGet(
                        () -> ReadyCount.ofService(namespace, ClusterNames.checked(params.text(SERVICE), "service")));
        return new ReadyProbe(
                Clusters.open(access, toolbox.redactor(), spec.timeout()),
                count,
                params.integer(AT_LEAST, 1),
                params.integer(ZONES, 0));
    }

    @Override
    public FailureMode failureMode(String type) {
        return FailureMode.TOTAL;
    }

    @Override
    public int inFlight(String type) {
        return IN_FLIGHT;
    }

    @Override
    public List<ClusterRule> rules(String type, Params params, String namespace) {
        String where = params.text("namespace", namespace);
        return List.of(params.find(WORKLOAD)
                .map(WorkloadName::parse)
                .map(workload -> new ClusterRule(where, "apps", workload.kind() + "s", List.of("get")))
                .orElseGet(() -> new ClusterRule(where, "discovery.k8s.io", "endpointslices", List.of("list"))));
    }
}
