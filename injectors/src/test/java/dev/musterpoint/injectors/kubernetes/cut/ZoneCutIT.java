package dev.musterpoint.injectors.kubernetes.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ZoneCutIT {
    /** Long enough for a busy machine to see the node go, 4 s after it fell silent, and do something meanwhile. */
    private static final Duration CUT = Duration.ofSeconds(12);

    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    private Cutting cutting;

    @AfterEach
    void leavesNothing() throws InjectionException {
        if (cutting != null && cutting.undo() != null) {
            cutting.recover();
            assertThat(cutting.injector().inspect(cutting.undo()).state()).isEqualTo(CleanUp.CLEAN);
            assertThat(cutting.tables("node-a1")).doesNotContain(cutting.cut().table());
            assertThat(zones.kubectl("get", "pods", "-l", "musterpoint.dev/run"))
                    .contains("No resources");
        }
    }

    @Test
    void cutsTheZoneUntilItsTimeIsUp() throws Exception {
        zones.inNode("node-a1", "nft", "add", "table", "inet", "foreign");
        cutting = Cutting.of(zones, "a", CUT);

        cutting.inject();

        zones.kubectl("wait", "--for=condition=Ready=Unknown", "node/node-a1", "--timeout=10s");
        assertThat(cutting.tables("node-a1")).contains(cutting.cut().table());
        assertThat(cutting.tables("node-b1")).doesNotContain(cutting.cut().table());
        assertThat(cutting.injector().inspect(cutting.undo()).detail()).contains("the node node-a1 is not ready");
        zones.kubectl("wait", "--for=condition=Ready", "node/node-a1", "--timeout=20s");

        cutting.recover();
        cutting.recover();

        assertThat(cutting.tables("node-a1")).contains("foreign");
        zones.inNode("node-a1", "nft", "delete", "table", "inet", "foreign");
    }

    @Test
    void needsNobodyForTheCutToEnd() throws Exception {
        cutting = Cutting.of(zones, "a", CUT);
        cutting.inject();
        zones.kubectl("wait", "--for=condition=Ready=Unknown", "node/node-a1", "--timeout=10s");

        zones.script("api.sh", "stop");
        assertThatThrownBy(() -> zones.kubectl("get", "nodes")).isInstanceOf(AssertionError.class);
        assertThat(cutting.injector().inspect(cutting.undo()).state()).isEqualTo(CleanUp.UNKNOWN);
        zones.script("api.sh", "start");
    }

    @Test
    void clearsUpAfterAnAgentThatDiedWhileItsNodeWasCut() throws Exception {
        cutting = Cutting.of(zones, "a", CUT);
        cutting.inject();
        // An agent hears the word 0.2 s before it cuts.
        Patience patience = new Patience(new SystemRunClock(), CUT);
        assertThat(patience.await(
                        () -> cutting.tables("node-a1").contains(cutting.cut().table())))
                .isTrue();
        // The oldest alone: it is the container's first process, with which the kernel ends all others.
        zones.inNode("node-a1", "pkill", "-KILL", "--oldest", "--full", "sh -c # One node");

        zones.kubectl("wait", "--for=condition=Ready=Unknown", "node/node-a1", "--timeout=10s");
        zones.kubectl("wait", "--for=condition=Ready", "node/node-a1", "--timeout=20s");
        assertThat(cutting.tables("node-a1")).contains(cutting.cut().table());
    }

    @Test
    void clearsUpAfterAnAgentThatSomebodyTookAway() throws Exception {
        cutting = Cutting.of(zones, "a", CUT);
        cutting.inject();
        zones.kubectl("wait", "--for=condition=Ready=Unknown", "node/node-a1", "--timeout=10s");

        zones.kubectl("delete", "pods", "--all", "--force", "--grace-period=0");
    }

    @Test
    void refusesBeforeAnythingIsCutWhatCannotCut() throws Exception {
        cutting = Cutting.of(zones, "a", Duration.ofSeconds(30), "localhost/testapp:1");

        assertThatThrownBy(() -> cutting.inject())
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("the agent on node-a1 cannot cut: it ended with 4")
                .hasMessageContaining("nft")
                .hasMessageContaining("nothing was cut");
        assertThat(Cut.isTold(cutting.undo())).isFalse();
    }

    @Test
    void refusesAnImageThatIsNotThere() throws Exception {
        cutting = Cutting.of(zones, "a", Duration.ofSeconds(30), "localhost/nothing:1");

        assertThatThrownBy(() -> cutting.inject())
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("ErrImageNeverPull")
                .hasMessageContaining("nothing was cut");
    }

    @Test
    void endsAgentsThatStillWaitForTheWord() throws Exception {
        cutting = Cutting.of(zones, "a", Duration.ofMinutes(5), () -> {
            throw new IllegalStateException("died before the word");
        });

        assertThatThrownBy(() -> cutting.inject()).hasMessage("died before the word");
        assertThat(Cut.isTold(cutting.undo())).isTrue();
        // Nobody there can be told anything until it has been started again.
        zones.inNode("node-a1", "pkill", "-KILL", "--exact", "kubelet");
        long before = System.nanoTime();
        cutting.recover();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void clearsUpWhereNothingWasMadeYet() throws Exception {
        cutting = Cutting.of(zones, "a", Duration.ofMinutes(5));
        cutting.prepare();
    }

    @Test
    void refusesTheZoneThatItRunsInItself() {
        zones.kubectl(
                "run", "muster", "--image=localhost/testapp:1", "--overrides={\"spec\":{\"nodeName\":\"node-b1\"}}");
        FaultSpec fault = Cutting.spec("b", Duration.ofSeconds(30), "localhost/nettools:1");
        Optional<OwnPod> own = Optional.of(new OwnPod(zones.namespace(), "muster"));

        assertThatThrownBy(() -> new ZoneTargets(own).resolve(fault, Optional.of(Cutting.facts(zones))))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("Musterpoint itself runs on node-b1");
    }

    @Test
    void refusesAZoneWhoseNodesAreOthersThanPlanned() throws Exception {
        Zone planned = new Zone("b", new TreeMap<>(Map.of("node-b1", "another")));

        assertThatThrownBy(() -> ClusterCall.to(ClusterAccess.of(Cutting.facts(zones)), new Redactor(), client -> {
                    planned.require(client);
                    return planned;
                }))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("plan the drill again");
    }
}
