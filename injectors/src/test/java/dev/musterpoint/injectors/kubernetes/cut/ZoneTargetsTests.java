package dev.musterpoint.injectors.kubernetes.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTargetsTests {
    private static final Node A1 = node("a1", "a", "True");
    private static final Node A2 = node("a2", "a", "True");
    private static final Node B1 = node("b1", "b", "True");

    private static Node node(String name, String zone, String ready) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .withUid("uid-" + name)
                .addToLabels(ClusterNames.ZONE, zone)
                .addToLabels("rack", name)
                .endMetadata()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }

    @Test
    void isOneOfTheZonesWithItsNodesAndAllTheirLabels() throws InjectionException {
        List<Node> nodes = ZoneTargets.chosen("a", List.of(A2, B1, A1));
        Target target = ZoneTargets.target(
                Zone.of("a", nodes), nodes, 2, "cluster", new ClusterAccess("f", "c", "https://10.0.0.1:6443", "shop"));

        assertThat(target.id()).isEqualTo("cluster/zone/a");
        assertThat(target.kind()).isEqualTo("zones");
        assertThat(target.group()).isEqualTo("cluster/zones");
        assertThat(target.groupSize()).isEqualTo(2);
        assertThat(target.address()).isEqualTo("kubernetes://10.0.0.1:6443/zones/a");
        assertThat(target.attributes())
                .containsEntry("nodes", "a1,a2")
                .containsEntry("uids", "uid-a1,uid-a2")
                .containsEntry("label.rack", "a1,a2");
    }

    @Test
    void refusesAZoneThatIsNotThere() {
        assertThatThrownBy(() -> ZoneTargets.chosen("z", List.of(A1, B1)))
                .hasMessage("no node is in zone 'z'; there are: a, b");
    }

    @Test
    void refusesAZoneThatHoldsEveryNode() {
        assertThatThrownBy(() -> ZoneTargets.chosen("a", List.of(A1, A2)))
                .hasMessageContaining("zone 'a' holds every node of the cluster");
    }

    @Test
    void refusesAZoneThatIsHurtAlready() {
        assertThatThrownBy(() -> ZoneTargets.chosen("a", List.of(A1, node("a2", "a", "Unknown"), B1)))
                .hasMessage("zone 'a' has nodes that are not ready: a2; bring them back first");
    }
}
