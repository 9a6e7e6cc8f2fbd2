package dev.musterpoint.verifiers.probe.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.connections.kubernetes.KubernetesSystemProvider;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Probe.Answer;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import dev.musterpoint.verifiers.effect.kubernetes.PodEffects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What verifiers see of a real cluster, where another client acts. */
class ReadyProbeIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    private Toolbox toolbox;

    @BeforeEach
    void begin() {
        cluster.web();
        SystemFacts facts = new KubernetesSystemProvider()
                .describe(new SystemSpec(
                        "zones",
                        "kubernetes",
                        new Params(Map.of(
                                "kubeconfig", cluster.kubeconfig().toString(), "namespace", cluster.namespace()))));
        toolbox = new Toolbox("test", Path.of("unused"), name -> facts, new SystemRunClock(), new Redactor());
    }

    private Probe probe(Map<String, Object> params) {
        return new KubernetesProbeProvider()
                .probe(
                        new ProbeSpec(
                                "ready",
                                "kubernetes",
                                Optional.of("zones"),
                                Duration.ofMillis(200),
                                TIMEOUT,
                                TIMEOUT,
                                1,
                                8,
                                new Params(params)),
                        toolbox);
    }

    private static Answer ask(Probe probe) throws Exception {
        return probe.attempt(0, 0, TIMEOUT, new Cancellation());
    }

    @Test
    void countsTheEndpointsOfAService() throws Exception {
        try (Probe three = probe(Map.of("service", "web", "atLeast", 3))) {
            await().atMost(ONE_MINUTE).until(() -> ask(three).correct());
            cluster.kubectl("scale", "deployment/web", "--replicas=2");
            await().atMost(ONE_MINUTE).until(() -> !ask(three).correct());
            assertThat(ask(three).detail()).isEqualTo("2 of at least 3 endpoints of service web are ready");
        }
    }

    @Test
    void countsTheZonesOfAServicesReadyEndpoints() throws Exception {
        try (Probe spread = probe(Map.of("service", "web", "atLeast", 2, "zones", 3))) {
            await().atMost(ONE_MINUTE).until(() -> ask(spread).correct());
            cluster.kubectl("scale", "deployment/web", "--replicas=2");
            await().atMost(ONE_MINUTE).until(() -> !ask(spread).correct());
            assertThat(ask(spread).detail())
                    .isEqualTo("the ready endpoints of service web are in 2 of at least 3 zones");
        }
    }

    @Test
    void countsTheReplicasOfAWorkload() throws Exception {
        try (Probe three = probe(Map.of("workload", "deployment/web", "atLeast", 3))) {
            await().atMost(ONE_MINUTE).until(() -> ask(three).correct());
            cluster.kubectl("scale", "deployment/web", "--replicas=0");
            await().atMost(ONE_MINUTE).until(() -> ask(three).detail().startsWith("0 of at least 3"));
        }
    }

    @Test
    void saysWhenThereIsNoSuchWorkload() throws IOException {
        try (Probe other = probe(Map.of("workload", "deployment/other"))) {
            assertThatThrownBy(() -> ask(other)).hasMessageContaining("there is no deployment/other");
        }
    }

    @Test
    void isNeverGoodWhileTheApiServerIsAway() throws Exception {
        try (Probe one = probe(Map.of("service", "web"))) {
            await().atMost(ONE_MINUTE).until(() -> ask(one).correct());
            cluster.script("api.sh", "stop");
            try {
                assertThatThrownBy(() -> ask(one)).hasMessageContaining("the API server cannot be reached");
            } finally {
                cluster.script("api.sh", "start");
            }
            await().atMost(ONE_MINUTE).until(() -> isGood(one));
        }
    }

    private static boolean isGood(Probe probe) throws Exception {
        try {
            return ask(probe).correct();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    void seesThatAPodIsGoneByItsUid() throws Exception {
        String pod = cluster.kubectl("get", "pods", "-l", "app=web", "-o", "jsonpath={.items[0].metadata.name}");
        String uid = cluster.kubectl("get", "pod", pod, "-o", "jsonpath={.metadata.uid}");
        Target target = new Target(
                "zones/" + pod,
                "pods",
                "web",
                3,
                false,
                Map.of("system", "zones", "namespace", cluster.namespace(), "pod", pod, "uid", uid));
        FaultSpec fault = new FaultSpec(
                "a pod dies",
                "kubernetes/pod-kill",
                Optional.of("zones"),
                Params.NONE,
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                BlastRadius.UNSTATED,
                Params.NONE);
        EffectWatch watch = new PodEffects()
                .inspector(fault.type(), toolbox)
                .watch(new PlannedFault(1, fault, List.of(target)), target);
        assertThat(watch.read().effect()).isFalse();
        cluster.kubectl("delete", "pod", pod, "--wait=false");
        await().atMost(ONE_MINUTE).until(() -> watch.read().effect());
        assertThat(watch.read().detail()).contains(uid);
        watch.close();
    }
}
