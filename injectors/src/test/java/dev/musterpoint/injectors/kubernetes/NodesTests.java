package dev.musterpoint.injectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodesTests {
    private static final Node A1 = node("a1", "a");
    private static final Node A2 = node("a2", "a");
    private static final Node B1 = node("b1", "b");

    private static Node node(String name, String zone) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .withUid("uid-" + name)
                .addToLabels(ClusterNames.ZONE, zone)
                .addToLabels("rack", name)
                .endMetadata()
                .build();
    }

    @Test
    void chooseAZoneWithItsNodesByName() throws InjectionException {
        ZoneNodes zone = new Nodes(List.of(A2, B1, A1)).zone("a");

        assertThat(zone.nodes()).containsExactly(A1, A2);
        assertThat(zone.zones()).isEqualTo(2);
    }

    @Test
    void makeAZoneATargetThatBearsTheLabelsOfAllItsNodes() throws InjectionException {
        Target target = new Nodes(List.of(A2, B1, A1))
                .zone("a")
                .target(
                        "cluster",
                        new ClusterAccess("f", "c", "https://10.0.0.1:6443", "shop"),
                        Map.of("nodes", "a1,a2"));

        assertThat(target.id()).isEqualTo("cluster/zone/a");
        assertThat(target.kind()).isEqualTo("zones");
        assertThat(target.group()).isEqualTo("cluster/zones");
        assertThat(target.groupSize()).isEqualTo(2);
        assertThat(target.address()).isEqualTo("kubernetes://10.0.0.1:6443/zones/a");
        assertThat(target.attributes())
                .containsEntry("nodes", "a1,a2")
                .containsEntry("label.rack", "a1,a2")
                .containsEntry("label." + ClusterNames.ZONE, "a");
    }

    @Test
    void refuseAZoneThatIsNotThere() {
        assertThatThrownBy(() -> new Nodes(List.of(A1, B1)).zone("z"))
                .hasMessage("no node is in zone 'z'; there are: a, b");
    }

    @Test
    void refuseAZoneThatHoldsEveryNode() {
        assertThatThrownBy(() -> new Nodes(List.of(A1, A2)).zone("a"))
                .hasMessageContaining("zone 'a' holds every node of the cluster");
    }
}
