package dev.musterpoint.injectors.kubernetes.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.injectors.kubernetes.ClusterFaults;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DrainIT {
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

    private static FaultSpec drain(Map<String, Object> params) {
        return ClusterFaults.fault("kubernetes/node-drain", Map.of("name", "node-b1"), params);
    }

    private String where() {
        return cluster.kubectl("get", "pods", "-l", "app=web", "-o", "jsonpath={.items[*].spec.nodeName}");
    }

    private String unschedulable() {
        return cluster.kubectl("get", "node", "node-b1", "-o", "jsonpath={.spec.unschedulable}");
    }

    @Test
    void evictsWhatBudgetsLetGoAndOpensTheNodeAgain() throws Exception {
        FaultSpec fault = drain(Map.of("gracePeriod", "1s"));

        UndoRecord undo = faults.inject(fault);

        assertThat(unschedulable()).isEqualTo("true");
        cluster.kubectl(
                "wait",
                "--for=delete",
                "pods",
                "-l",
                "app=web",
                "--field-selector=spec.nodeName=node-b1",
                "--timeout=30s");
        assertThat(where()).doesNotContain("node-b1");
        faults.injector(fault).recover(undo);
        assertThat(unschedulable()).isEmpty();
    }

    @Test
    void saysWhichBudgetHeldItWhenItIsHeldForTooLong() {
        cluster.kubectl("patch", "poddisruptionbudget", "web", "-p", "{\"spec\":{\"minAvailable\":3}}");
        FaultSpec fault = drain(Map.of("waitFor", "1s"));

        assertThatThrownBy(() -> faults.inject(fault))
                .hasMessageContaining("was held for")
                .hasMessageContaining("web");

        assertThat(unschedulable()).isEqualTo("true");
    }

    @Test
    void refusesPodsThatNobodyWouldMakeAgainBeforeAnythingIsChanged() {
        cluster.kubectl(
                "run",
                "bare",
                "--image=localhost/testapp:1",
                "--image-pull-policy=Never",
                "--overrides={\"spec\":{\"nodeName\":\"node-b1\"}}");

        assertThatThrownBy(() -> faults.inject(drain(Map.of()))).hasMessageContaining(cluster.namespace() + "/bare");

        assertThat(unschedulable()).isEmpty();
    }
}
