package dev.musterpoint.injectors.kubernetes.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.TEN_SECONDS;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.injectors.kubernetes.ClusterFaults;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ZoneEvacuateIT {
    private static final String WHERE = "jsonpath={.items[*].spec.nodeName}";
    private static final String SPECS =
            "jsonpath={range .items[*]}{.metadata.annotations}{.metadata.labels}{.spec}{end}";

    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    private ClusterFaults faults;

    @AfterEach
    void undo() throws Exception {
        faults.undoAll();
    }

    @BeforeEach
    void begin() {
        faults = new ClusterFaults(cluster, new NodeInjectorProvider());
        cluster.web();
    }

    private static FaultSpec evacuate(String zone) {
        return ClusterFaults.fault("kubernetes/zone-evacuate", Map.of("zone", zone), Map.of());
    }

    private String specs() {
        return cluster.kubectl("get", "nodes", "-o", SPECS);
    }

    /** The cluster taints cordoned nodes itself, a moment later. */
    private void awaitTaintsOfTheCluster(String node) {
        cluster.kubectl(
                "wait",
                "--for=jsonpath={.spec.taints[?(@.key==\"node.kubernetes.io/unschedulable\")].effect}=NoSchedule",
                "node/" + node,
                "--timeout=10s");
    }

    /** As before, once the cluster has taken its own taints away. */
    private void assertBackTo(String before) {
        await().atMost(TEN_SECONDS).untilAsserted(() -> assertThat(specs()).isEqualTo(before));
    }

    @Test
    void emptiesAZoneAndGivesItsNodesBackFieldByField() throws Exception {
        cluster.kubectl("cordon", "node-b1");
        cluster.kubectl("taint", "node", "--all", "theirs=kept:NoSchedule");
        awaitTaintsOfTheCluster("node-b1");
        String before = specs();
        FaultSpec fault = evacuate("b");

        UndoRecord undo = faults.inject(fault);

        assertThat(cluster.kubectl("get", "pods", "--field-selector=status.phase=Running", "-o", WHERE))
                .doesNotContain("node-b1");
        FaultInjector injector = faults.injector(fault);
        assertThat(injector.inspect(undo).state()).isEqualTo(CleanUp.DIRTY);
        injector.recover(undo);
        injector.recover(undo);
        assertThat(injector.inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        assertBackTo(before);
        // Other tests have the same nodes.
        cluster.kubectl("uncordon", "node-b1");
        cluster.kubectl("taint", "node", "--all", "theirs:NoSchedule-");
    }

    @Test
    void takesNoPodAwayForGoodUnlessItIsAllowed() {
        String before = specs();
        cluster.kubectl(
                "run", "bare", "--image=localhost/testapp:1", "--overrides={\"spec\":{\"nodeName\":\"node-b1\"}}");

        assertThatThrownBy(() -> faults.inject(evacuate("b")))
                .hasMessageContaining("no controller would make these pods again")
                .hasMessageContaining("allowBare");
        assertThat(specs()).isEqualTo(before);
    }

    @Test
    void undoesNothingWhereNothingWasMade() throws Exception {
        FaultSpec fault = evacuate("b");
        String before = specs();
        UndoRecord undo = faults.inject(fault);
        FaultInjector injector = faults.injector(fault);
        injector.recover(undo);

        cluster.kubectl("cordon", "node-b1");
        injector.recover(undo);

        assertThat(cluster.kubectl("get", "node", "node-b1", "-o", "jsonpath={.spec.unschedulable}"))
                .isEqualTo("true");
        cluster.kubectl("uncordon", "node-b1");
        assertBackTo(before);
    }

    @Test
    void namesTheZoneItsNodesAndItsShare() throws Exception {
        Target zone = faults.resolve(evacuate("c")).get(0);

        assertThat(zone.id()).isEqualTo("cluster/zone/c");
        assertThat(zone.groupSize()).isEqualTo(3);
        assertThat(zone.address()).isEqualTo("kubernetes://" + cluster.server() + "/zones/c");
        assertThat(zone.attributes()).containsEntry("nodes", "node-c1");
    }

    @Test
    void refusesAZoneThatIsNotThere() {
        assertThatThrownBy(() -> faults.resolve(evacuate("z")))
                .hasMessage("no node is in zone 'z'; there are: a, b, c");
    }

    @Test
    void cordonsOneNodeAlone() throws Exception {
        FaultSpec fault = ClusterFaults.fault("kubernetes/node-cordon", Map.of("name", "node-c1"), Map.of());
        String before = specs();

        UndoRecord undo = faults.inject(fault);

        assertThat(cluster.kubectl(
                        "get", "nodes", "-o", "jsonpath={.items[?(@.spec.unschedulable==true)].metadata.name}"))
                .isEqualTo("node-c1");
        faults.injector(fault).recover(undo);
        assertBackTo(before);
    }
}
