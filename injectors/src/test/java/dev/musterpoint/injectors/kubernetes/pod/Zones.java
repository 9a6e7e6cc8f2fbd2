package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.KubernetesSystemProvider;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plans and injects faults of pods on a real cluster, as the engine would. */
final class Zones {
    private final ThreeZones cluster;
    private final SystemFacts facts;
    private final Toolbox toolbox;
    private final Map<String, String> noted = new ConcurrentHashMap<>();
    private volatile boolean begun;

    Zones(ThreeZones cluster) {
        this(cluster, cluster.kubeconfig().toString());
    }

    private Zones(ThreeZones cluster, String kubeconfig) {
        this.cluster = cluster;
        this.facts = new KubernetesSystemProvider()
                .describe(new SystemSpec(
                        "zones",
                        "kubernetes",
                        new Params(Map.of("kubeconfig", kubeconfig, "namespace", cluster.namespace()))));
        this.toolbox = new Toolbox("test", Path.of("unused"), name -> facts, new SystemRunClock(), new Redactor());
    }

    static FaultSpec fault(String type, Map<String, Object> target, Map<String, Object> params) {
        return new FaultSpec(
                "pods go",
                type,
                Optional.of("zones"),
                new Params(target),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                BlastRadius.UNSTATED,
                new Params(params));
    }

    List<Target> resolve(FaultSpec fault) throws InjectionException {
        return resolve(fault, Optional.empty());
    }

    List<Target> resolve(FaultSpec fault, Optional<OwnPod> own) throws InjectionException {
        return new PodTargets(own, namespace -> PodRules.needed(fault.type(), namespace))
                .resolve(fault, Optional.of(facts));
    }

    UndoRecord inject(FaultSpec fault, Target target) throws InjectionException {
        return inject(fault, target, new Cancellation());
    }

    UndoRecord inject(FaultSpec fault, Target target, Cancellation cancellation) throws InjectionException {
        FaultInjector injector = new PodInjectorProvider().injector(fault.type(), toolbox);
        PlannedFault planned = new PlannedFault(1, fault, List.of(target));
        UndoRecord undo = injector.prepare(planned, target);
        injector.inject(planned, target, injection(cancellation));
        return undo;
    }

    UndoRecord injectUnchecked(FaultSpec fault, Target target) {
        try {
            return inject(fault, target);
        } catch (InjectionException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private Injection injection(Cancellation cancellation) {
        return new Injection() {
            @Override
            public void begins() {
                begun = true;
            }

            @Override
            public Cancellation cancellation() {
                return cancellation;
            }

            @Override
            public void amend(Map<String, String> data) {
                noted.putAll(data);
            }
        };
    }

    /** Whether the target was acted on, as far as the engine was told. */
    boolean begun() {
        return begun;
    }

    /** What the undo record was amended with. */
    Map<String, String> noted() {
        return noted;
    }

    /** The same namespace, for the account that {@code token} is of. */
    Zones as(String token, Path directory) throws IOException {
        String config = cluster.kubectl("config", "view", "--raw", "--minify")
                .replaceAll("(?s)(\\n  user:\\n).*", "$1    token: " + token + "\n");
        return new Zones(
                cluster,
                Files.writeString(directory.resolve("kubeconfig"), config).toString());
    }

    /** The UID of what bears a pod's name, as another client sees it; empty when nothing does. */
    String uid(String pod) {
        return cluster.kubectl("get", "pod", pod, "--ignore-not-found", "-o", "jsonpath={.metadata.uid}");
    }

    /** Waits until the pod is gone, or another bears its name. */
    void awaitGone(Target target) {
        cluster.kubectl("wait", "--for=delete", "pod/" + target.attributes().get("pod"), "--timeout=60s");
    }
}
