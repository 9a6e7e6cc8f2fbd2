package dev.musterpoint.injectors.kubernetes.workload;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.ClusterRights;
import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.injectors.kubernetes.ClusterTargets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Resolves {@code workload: deployment/web} to one target. */
final class WorkloadTargets extends ClusterTargets {
    private static final String WORKLOAD = "workload";
    private static final String NAMESPACE = "namespace";

    static List<Parameter> parameters() {
        return List.of(
                Parameter.required(
                        WORKLOAD,
                        ParameterType.TEXT,
                        "The workload: deployment/NAME, statefulset/NAME or replicaset/NAME"),
                Parameter.optional(NAMESPACE, ParameterType.TEXT, "that of the system", "The namespace it is in"));
    }

    static List<ClusterRule> rules(Params target, String systemsNamespace) {
        String resource = WorkloadName.parse(target.text(WORKLOAD)).kind() + "s";
        return List.of(
                new ClusterRule(target.text(NAMESPACE, systemsNamespace), "apps", resource, List.of("get", "update")));
    }

    @Override
    protected List<Target> resolve(FaultSpec fault, String system, ClusterAccess access) throws InjectionException {
        WorkloadName name = WorkloadName.parse(fault.target().text(WORKLOAD));
        String namespace = ClusterNames.checked(fault.target().text(NAMESPACE, access.namespace()), NAMESPACE);
        return ClusterCall.to(access, Redactor.process(), client -> {
            ClusterRights.require(client, rules(fault.target(), access.namespace()));
            return ScaledWorkload.read(client, namespace, name).stream()
                    .map(found -> target(found, new Place(system, access, namespace, name)))
                    .toList();
        });
    }

    private record Place(String system, ClusterAccess access, String namespace, WorkloadName name) {}

    private static Target target(ScaledWorkload found, Place place) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Objects.requireNonNullElse(found.resource().getMetadata().getLabels(), Map.<String, String>of())
                .forEach((name, value) -> attributes.put("label." + name, value));
        attributes.putAll(new WorkloadTarget(
                        place.namespace(), place.name().kind(), place.name().name(), found.uid())
                .attributes());
        attributes.put(
                Target.ADDRESS,
                place.access()
                        .address(
                                place.namespace(),
                                place.name().kind() + "s",
                                place.name().name()));
        String id = place.system() + "/" + place.namespace() + "/" + place.name();
        return new Target(id, "workloads", id, 1, false, attributes);
    }
}
