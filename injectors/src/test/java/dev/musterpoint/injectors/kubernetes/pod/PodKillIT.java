package dev.musterpoint.injectors.kubernetes.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PodKillIT {
    private static final String KILL = "kubernetes/pod-kill";

    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    private Zones zones;

    @BeforeEach
    void begin() {
        cluster.web();
        zones = new Zones(cluster);
    }

    private static FaultSpec kill(Map<String, Object> target) {
        return Zones.fault(KILL, target, Map.of("gracePeriod", "1s"));
    }

    @Test
    void killsThePodThatWasPlannedAndAnotherTakesItsPlace() throws Exception {
        FaultSpec fault = kill(Map.of("owner", "deployment/web", "order", "oldest"));
        Target target = zones.resolve(fault).get(0);
        String pod = target.attributes().get("pod");

        assertThat(target.attributes().get("uid")).isEqualTo(zones.uid(pod));
        assertThat(target.address())
                .isEqualTo("kubernetes://" + cluster.server() + "/" + cluster.namespace() + "/pods/" + pod);
        assertThat(target.group()).isEqualTo("zones/" + cluster.namespace() + "/deployment/web");
        assertThat(target.groupSize()).isEqualTo(3);
        assertThat(target.attributes()).containsEntry("label.app", "web").containsKeys("node", "zone");

        UndoRecord undo = zones.inject(fault, target);

        assertThat(undo.kind()).isEqualTo(UndoKind.NONE);
        zones.awaitGone(target);
        cluster.kubectl("rollout", "status", "deployment/web", "--timeout=60s");
        assertThat(cluster.kubectl("get", "pods", "-l", "app=web", "-o", "jsonpath={.items[*].metadata.uid}")
                        .split(" "))
                .hasSize(3)
                .doesNotContain(target.attributes().get("uid"));
    }

    @Test
    void choosesByZoneAndNode() throws Exception {
        Target byZone = only(Map.of("owner", "deployment/web", "zone", "b"));
        Target byNode = only(Map.of("labelSelector", "app=web", "node", "node-b1"));

        assertThat(byZone).isEqualTo(byNode);
        assertThat(byZone.attributes()).containsEntry("node", "node-b1").containsEntry("zone", "b");
    }

    private Target only(Map<String, Object> target) throws Exception {
        List<Target> found = zones.resolve(kill(target));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void choosesNothingWhereNothingMatches() throws Exception {
        assertThat(zones.resolve(kill(Map.of("labelSelector", "app=other")))).isEmpty();
        assertThatThrownBy(() -> zones.resolve(kill(Map.of("owner", "deployment/other"))))
                .hasMessageContaining("there is no deployment/other in namespace");
    }

    @Test
    void leavesItsOwnPodAlone() throws Exception {
        String own = cluster.kubectl("get", "pods", "-l", "app=web", "-o", "jsonpath={.items[0].metadata.name}");
        Optional<OwnPod> ownPod = Optional.of(new OwnPod(cluster.namespace(), own));

        assertThat(zones.resolve(kill(Map.of("labelSelector", "app=web", "share", "100%")), ownPod))
                .hasSize(2)
                .noneMatch(target -> target.id().endsWith(own));
        assertThatThrownBy(() -> zones.resolve(kill(Map.of("name", own)), ownPod))
                .hasMessageContaining("Musterpoint itself runs in");
    }

    @Test
    void refusesAPodThatIsAnotherOneByNow() throws Exception {
        cluster.kubectl("run", "bare", "--image=localhost/testapp:1", "--image-pull-policy=Never");
        cluster.kubectl("wait", "--for=condition=Ready", "pod/bare", "--timeout=60s");
        FaultSpec fault = Zones.fault(KILL, Map.of("name", "bare"), Map.of("allowBare", true, "gracePeriod", "0s"));
        Target target = zones.resolve(fault).get(0);
        cluster.kubectl("delete", "pod", "bare", "--now");
        cluster.kubectl("run", "bare", "--image=localhost/testapp:1", "--image-pull-policy=Never");
        String newcomer = zones.uid("bare");

        assertThatThrownBy(() -> zones.inject(fault, target)).hasMessageContaining("another one bears its name");
        assertThat(zones.uid("bare")).isEqualTo(newcomer);
    }

    @Test
    void refusesABarePodUnlessToldOtherwise() throws Exception {
        cluster.kubectl("run", "bare", "--image=localhost/testapp:1", "--image-pull-policy=Never");
        cluster.kubectl("wait", "--for=condition=Ready", "pod/bare", "--timeout=60s");

        assertThatThrownBy(() -> zones.resolve(kill(Map.of("name", "bare"))))
                .hasMessageContaining("bare")
                .hasMessageContaining("allowBare: true");
        FaultSpec allowed = Zones.fault(KILL, Map.of("name", "bare"), Map.of("allowBare", true));
        assertThat(zones.inject(allowed, zones.resolve(allowed).get(0)).byHand())
                .contains("from its manifest");
    }

    @Test
    void killsNothingOnceItIsNotWanted() throws Exception {
        FaultSpec fault = kill(Map.of("owner", "deployment/web"));
        Target target = zones.resolve(fault).get(0);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThatThrownBy(() -> zones.inject(fault, target, cancelled)).isInstanceOf(CancellationException.class);
        assertThat(zones.uid(target.attributes().get("pod")))
                .isEqualTo(target.attributes().get("uid"));
    }

    @Test
    void saysWhatTheApiServerDoesNotAllow() {
        assertThatThrownBy(() -> zones.resolve(kill(Map.of("labelSelector", "===="))))
                .hasMessageContaining("the API server answered 400");
    }
}
