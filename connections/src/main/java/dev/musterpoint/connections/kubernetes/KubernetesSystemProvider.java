package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemHistory;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoSink;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers the system type {@code kubernetes}: a cluster that exists and is only connected to. Loads no client by itself. */
public final class KubernetesSystemProvider implements SystemProvider, ClusterUser {
    /** The type's name, for those that work with it. */
    public static final String TYPE = "kubernetes";

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                TYPE,
                "A Kubernetes cluster that exists, found as kubectl finds it",
                List.of(
                        Parameter.optional(
                                "kubeconfig",
                                ParameterType.TEXT,
                                "KUBECONFIG, else ~/.kube/config, else the cluster that Musterpoint runs in",
                                "The kubeconfig file; one named here may get no credentials from programs"),
                        Parameter.optional(
                                "context", ParameterType.TEXT, "the current one", "The context in the kubeconfig"),
                        Parameter.optional(
                                "namespace",
                                ParameterType.TEXT,
                                "that of the context",
                                "The namespace that is meant where none is named")),
                List.of()));
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return facts(spec, access(spec).facts());
    }

    private static ClusterAccess access(SystemSpec spec) {
        return new ClusterFinder(spec.name(), KubeconfigChain.ofThisProcess()).find(spec.params());
    }

    private static SystemFacts facts(SystemSpec spec, Map<String, String> facts) {
        return new SystemFacts(spec.name(), TYPE, false, facts, List.of());
    }

    @Override
    public SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws IOException {
        ClusterAccess access = access(spec);
        Map<String, String> all = new LinkedHashMap<>(access.facts());
        all.put("version", new ClusterVisit(access, toolbox.redactor(), cancellation).version(spec.name()));
        return facts(spec, all);
    }

    @Override
    public List<SystemCheck> examine(SystemSpec spec, Toolbox toolbox, Cancellation cancellation) {
        return new ClusterVisit(access(spec), toolbox.redactor(), cancellation).checks();
    }

    @Override
    public Optional<SystemHistory> history(
            SystemSpec spec, List<Target> targets, Instant from, Toolbox toolbox, Cancellation cancellation) {
        ClusterAccess access = ClusterAccess.of(toolbox.systems().get(spec.name()));
        return Optional.of(ClusterHistory.read(access, toolbox.redactor(), targets, from, cancellation));
    }

    /** Connecting takes no right. */
    @Override
    public List<ClusterRule> rules(String type, Params params, String namespace) {
        return List.of();
    }

    @Override
    public List<ClusterRule> wanted(String type, Params params, String namespace) {
        return ClusterHistory.rules(namespace);
    }
}
