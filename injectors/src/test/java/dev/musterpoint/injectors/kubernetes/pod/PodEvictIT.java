package dev.musterpoint.injectors.kubernetes.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The web service has a budget that needs two of its three pods. */
class PodEvictIT {
    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    private Zones zones;

    @BeforeEach
    void begin() {
        cluster.web();
        zones = new Zones(cluster);
    }

    private static FaultSpec evict(Map<String, Object> params) {
        return Zones.fault("kubernetes/pod-evict", Map.of("owner", "deployment/web"), params);
    }

    private void forbidAll() {
        cluster.kubectl("patch", "pdb", "web", "--type=merge", "-p", "{\"spec\":{\"minAvailable\":3}}");
        cluster.kubectl("wait", "--for=jsonpath={.status.disruptionsAllowed}=0", "pdb/web", "--timeout=30s");
    }

    @Test
    void evictsAPodThatTheBudgetAllows() throws Exception {
        FaultSpec fault = evict(Map.of());
        Target target = zones.resolve(fault).get(0);

        assertThat(target.attributes()).containsEntry("budget", "web (minAvailable 2)");
        zones.inject(fault, target);

        zones.awaitGone(target);
        assertThat(zones.noted()).isEmpty();
    }

    @Test
    void failsNamingTheBudgetThatHeldIt() throws Exception {
        forbidAll();
        FaultSpec fault = evict(Map.of("waitFor", "1s"));
        Target target = zones.resolve(fault).get(0);

        assertThatThrownBy(() -> zones.inject(fault, target))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("The disruption budget web needs 3 healthy pods and has 3 currently")
                .hasMessageContaining("waitFor");
        assertThat(zones.uid(target.attributes().get("pod")))
                .isEqualTo(target.attributes().get("uid"));
        assertThat(zones.begun()).isFalse();
        assertThat(zones.noted().get("heldBy")).contains("disruption budget web");
    }

    @Test
    void leavesThePodWhereTheDrillSaysSo() throws Exception {
        forbidAll();
        FaultSpec fault = evict(Map.of("waitFor", "1s", "whenHeld", "skip"));
        Target target = zones.resolve(fault).get(0);

        zones.inject(fault, target);

        assertThat(zones.uid(target.attributes().get("pod")))
                .isEqualTo(target.attributes().get("uid"));
        assertThat(zones.noted()).containsKeys("held", "heldBy");
    }

    @Test
    void waitsUntilTheBudgetAllowsIt() throws Exception {
        forbidAll();
        FaultSpec fault = evict(Map.of("waitFor", "50s"));
        Target target = zones.resolve(fault).get(0);
        CompletableFuture<UndoRecord> evicting =
                CompletableFuture.supplyAsync(() -> zones.injectUnchecked(fault, target));
        assertThat(zones.begun()).isFalse();
        cluster.kubectl("patch", "pdb", "web", "--type=merge", "-p", "{\"spec\":{\"minAvailable\":2}}");

        evicting.join();

        zones.awaitGone(target);
        assertThat(zones.begun()).isTrue();
    }

    @Test
    void stopsWaitingWhenItIsNotWantedAnyMore() throws Exception {
        forbidAll();
        FaultSpec fault = evict(Map.of("waitFor", "50s"));
        Target target = zones.resolve(fault).get(0);
        Cancellation cancellation = new Cancellation();
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(cancellation::cancel);

        assertThatThrownBy(() -> zones.inject(fault, target, cancellation)).isInstanceOf(CancellationException.class);
        assertThat(zones.uid(target.attributes().get("pod")))
                .isEqualTo(target.attributes().get("uid"));
    }

    @Test
    void namesAllThatTheAccountIsNotAllowed(@TempDir Path directory) throws Exception {
        cluster.kubectl("create", "serviceaccount", "nobody");
        String token = cluster.kubectl("create", "token", "nobody");
        Zones restricted = zones.as(token, directory);

        assertThatThrownBy(() -> restricted.resolve(evict(Map.of())))
                .hasMessageContaining("list pods in namespace '" + cluster.namespace() + "'")
                .hasMessageContaining("create pods/eviction in namespace")
                .hasMessageContaining("get deployments.apps in namespace")
                .hasMessageContaining("muster doctor --rbac")
                .hasMessageNotContaining("nodes");
    }

    @Test
    void refusesAWaitLongerThanTheFaultMayStand() {
        assertThatThrownBy(() -> zones.resolve(evict(Map.of("waitFor", "2m"))))
                .hasMessageContaining("'waitFor' (2 min) must be shorter than 'holdFor' (60 s)");
    }

    @Test
    void isPlannedAlikeTwice() throws Exception {
        List<Target> first = zones.resolve(evict(Map.of()));

        assertThat(zones.resolve(evict(Map.of()))).isEqualTo(first);
    }
}
