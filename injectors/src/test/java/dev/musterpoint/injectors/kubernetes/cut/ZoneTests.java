package dev.musterpoint.injectors.kubernetes.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTests {
    private static Node node(String name, String ready) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .withUid("uid-" + name)
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
    void isWrittenDownByTheNamesAndUidsOfItsNodes() {
        Zone zone = Zone.of("a", List.of(node("a2", "True"), node("a1", "True")));

        assertThat(zone.nodeNames()).isEqualTo("a1,a2");
        assertThat(zone.nodeUids()).isEqualTo("uid-a1,uid-a2");
        assertThat(Zone.of("a", zone.nodeNames(), zone.nodeUids())).isEqualTo(zone);
    }

    @Test
    void isRefusedWhenItIsHurtAlready() {
        assertThatThrownBy(() -> Zone.requireReady(List.of(node("a1", "True"), node("a2", "Unknown")), "a"))
                .hasMessage("zone 'a' has nodes that are not ready: a2; bring them back first");
    }
}
