package dev.musterpoint.injectors.kubernetes.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CutTests {
    private static final Cut CUT = cut("20261121-090000-zone-cut");

    private static Cut cut(String runId) {
        return new Cut(
                new ClusterAccess("/home/me/.kube/config", "shop", "https://10.0.0.1:6443", "drills"),
                new CutSettings("tools:1", "Never", 61),
                new Zone("a", new TreeMap<>(Map.of("node-2", "u2", "node-1", "u1"))),
                runId + "/1",
                ClusterNames.runLabel(runId));
    }

    private static UndoRecord record(Cut cut) {
        return new UndoRecord(
                "fault-1",
                "fault:kubernetes/zone-cut",
                "cluster/zone/a",
                cut.mark(),
                UndoKind.AUTO,
                Duration.ofMinutes(1),
                cut.data(),
                cut.byHand());
    }

    @Test
    void isReadBackFromItsRecordAlone() {
        assertThat(Cut.of(record(CUT))).isEqualTo(CUT);
        assertThat(Cut.isTold(record(CUT))).isFalse();
        assertThat(Cut.isTold(record(CUT).amended(Map.of(Cut.TOLD, "true")))).isTrue();
    }

    @Test
    void namesNothingLikeAnotherRun() {
        Cut other = cut("20261121-090001-zone-cut");

        assertThat(other.table()).isNotEqualTo(CUT.table());
        assertThat(other.agent("node-1")).isNotEqualTo(CUT.agent("node-1")).isNotEqualTo(other.agent("node-2"));
    }

    @Test
    void fitsLabelsWhateverTheRunIsCalled() {
        String longName = "20261121-090000-" + "zone-".repeat(20) + "a";

        assertThat(cut(longName).labels().get(ClusterNames.RUN))
                .hasSize(63)
                .startsWith("20261121-090000-zone")
                .isNotEqualTo(cut(longName + "b").labels().get(ClusterNames.RUN));
    }

    @Test
    void saysExactlyWhatToDoByHand() {
        assertThat(CUT.byHand())
                .contains("after 61 s")
                .contains("kubectl --namespace=drills delete pods --selector=musterpoint.dev/fault=1,"
                        + "musterpoint.dev/run=20261121-090000-zone-cut")
                .contains("node-1,node-2")
                .endsWith("nft delete table inet " + CUT.table());
    }

    @Test
    void givesItsPodsNoRightButTheOneTheyNeed() {
        Pod agent = new AgentPod(CUT).agent("node-1");

        var container = agent.getSpec().getContainers().get(0);
        assertThat(container.getSecurityContext().getCapabilities().getAdd()).containsExactly("NET_ADMIN");
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getSecurityContext().getPrivileged()).isFalse();
        assertThat(agent.getSpec().getAutomountServiceAccountToken()).isFalse();
        assertThat(agent.getSpec().getNodeName()).isEqualTo("node-1");
        assertThat(container.getCommand()).hasSize(3).noneMatch(part -> part.contains(CUT.table()));
    }
}
