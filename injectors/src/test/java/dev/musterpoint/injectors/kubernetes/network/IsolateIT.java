package dev.musterpoint.injectors.kubernetes.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.injectors.kubernetes.ClusterFaults;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is made and undone. That it isolates is for the network plug-in: the testbed's enforces no policies. */
class IsolateIT {
    private static final FaultSpec ONE = ClusterFaults.fault(
            "kubernetes/network-isolate",
            Map.of("labelSelector", "app=web", "count", 1),
            Map.of("effect", Map.of("probe", "web")));
    private static final String POLICIES = "jsonpath={.items[*].metadata.name}";

    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    private ClusterFaults faults;

    @AfterEach
    void undo() throws Exception {
        faults.undoAll();
    }

    @BeforeEach
    void begin() {
        faults = new ClusterFaults(cluster, new NetworkInjectorProvider());
        cluster.web();
    }

    private String labelled() {
        return cluster.kubectl("get", "pods", "-l", Isolation.LABEL, "-o", "jsonpath={.items[*].metadata.name}");
    }

    private String policies() {
        return cluster.kubectl("get", "networkpolicies", "-o", POLICIES);
    }

    @Test
    void isolatesThatPodAloneAndLeavesNothing() throws Exception {
        UndoRecord undo = faults.inject(ONE);

        assertThat(labelled().split(" ")).hasSize(1);
        assertThat(undo.target()).endsWith(labelled());
        assertThat(policies()).startsWith("musterpoint-isolate-");
        assertThat(cluster.kubectl("get", "networkpolicies", "-o", "jsonpath={.items[0].spec.policyTypes}"))
                .isEqualTo("[\"Ingress\",\"Egress\"]");
        FaultInjector injector = faults.injector(ONE);
        assertThat(injector.inspect(undo).detail()).contains("our label", "our NetworkPolicy");
        injector.recover(undo);
        injector.recover(undo);
        assertThat(injector.inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(labelled()).isEmpty();
        assertThat(policies()).isEmpty();
    }

    @Test
    void undoesWhatWasHalfMade() throws Exception {
        UndoRecord undo = faults.inject(ONE);
        cluster.kubectl("label", "pod", labelled(), Isolation.LABEL + "-");

        faults.injector(ONE).recover(undo);

        assertThat(policies()).isEmpty();
    }

    @Test
    void leavesALabelOfAnotherRunAlone() throws Exception {
        UndoRecord undo = faults.inject(ONE);
        cluster.kubectl("label", "pod", labelled(), Isolation.LABEL + "=0123456789", "--overwrite");

        faults.injector(ONE).recover(undo);

        assertThat(labelled()).isNotEmpty();
    }
}
