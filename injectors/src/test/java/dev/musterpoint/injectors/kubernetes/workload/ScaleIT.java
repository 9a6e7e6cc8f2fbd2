package dev.musterpoint.injectors.kubernetes.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class ScaleIT {
    private static final FaultSpec TO_NONE =
            ClusterFaults.fault("kubernetes/scale", Map.of("workload", "deployment/web"), Map.of("replicas", 0));

    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    private ClusterFaults faults;

    @AfterEach
    void undo() throws Exception {
        faults.undoAll();
    }

    @BeforeEach
    void begin() {
        faults = new ClusterFaults(cluster, new WorkloadInjectorProvider());
        cluster.web();
    }

    private String replicas() {
        return cluster.kubectl("get", "deployment", "web", "-o", "jsonpath={.spec.replicas}");
    }

    private String metadata() {
        return cluster.kubectl(
                "get", "deployment", "web", "-o", "jsonpath={.metadata.labels}{.metadata.annotations}{.spec}");
    }

    @Test
    void takesAllPodsAwayAndGivesTheirNumberBack() throws Exception {
        String before = metadata();

        UndoRecord undo = faults.inject(TO_NONE);

        assertThat(replicas()).isEqualTo("0");
        FaultInjector injector = faults.injector(TO_NONE);
        assertThat(injector.inspect(undo).state()).isEqualTo(CleanUp.DIRTY);
        injector.recover(undo);
        assertThat(replicas()).isEqualTo("3");
        assertThat(injector.inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(metadata()).isEqualTo(before);
    }

    @Test
    void leavesANumberAloneThatIsNoLongerOurs() throws Exception {
        UndoRecord undo = faults.inject(TO_NONE);
        cluster.kubectl("annotate", "deployment", "web", ScaledWorkload.SCALED_BY + "-");
        cluster.kubectl("scale", "deployment", "web", "--replicas=2");

        faults.injector(TO_NONE).recover(undo);

        assertThat(replicas()).isEqualTo("2");
    }

    /** Undoing the second would take the mark of the first away, and nobody would give the former number back. */
    @Test
    void refusesAWorkloadThatAnotherFaultHasScaled() throws Exception {
        faults.inject(TO_NONE);
        FaultSpec again =
                ClusterFaults.fault("kubernetes/scale", Map.of("workload", "deployment/web"), Map.of("replicas", 1));

        assertThatThrownBy(() -> faults.inject(again)).hasMessageContaining("is scaled by the fault");
        assertThat(replicas()).isEqualTo("0");
    }

    @Test
    void knowsAWorkloadByItsUid() throws Exception {
        UndoRecord undo = faults.inject(TO_NONE);
        cluster.kubectl("delete", "deployment", "web");
        cluster.web();

        faults.injector(TO_NONE).recover(undo);

        assertThat(faults.injector(TO_NONE).inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(replicas()).isEqualTo("3");
    }

    @Test
    void namesTheWorkload() throws Exception {
        Target target = faults.resolve(TO_NONE).get(0);

        assertThat(target.id()).isEqualTo("cluster/" + cluster.namespace() + "/deployment/web");
        assertThat(target.address())
                .isEqualTo("kubernetes://" + cluster.server() + "/" + cluster.namespace() + "/deployments/web");
    }

    @Test
    void refusesWhatIsSoAlreadyAndWhatCannotBeScaled() {
        FaultSpec toThree =
                ClusterFaults.fault("kubernetes/scale", Map.of("workload", "deployment/web"), Map.of("replicas", 3));
        FaultSpec daemons =
                ClusterFaults.fault("kubernetes/scale", Map.of("workload", "daemonset/proxy"), Map.of("replicas", 0));

        assertThatThrownBy(() -> faults.inject(toThree)).hasMessageContaining("wants 3 pods already");
        assertThatThrownBy(() -> faults.resolve(daemons)).hasMessageContaining("has no number of replicas");
    }
}
