package dev.musterpoint.injectors.kubernetes.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.Params;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodSelectionTests {
    private static PodSelection of(Map<String, Object> target) throws Exception {
        return PodSelection.of(new Params(target), "shop");
    }

    @Test
    void isMeantForTheSystemsNamespace() throws Exception {
        assertThat(of(Map.of("labelSelector", "app=web")).namespace()).isEqualTo("shop");
        assertThat(of(Map.of("labelSelector", "app=web", "namespace", "other")).namespace())
                .isEqualTo("other");
    }

    @Test
    void asksTheServerForNameNodeAndFieldsTogether() throws Exception {
        assertThat(of(Map.of("fieldSelector", "status.podIP=10.0.0.7", "name", "web-1", "node", "node-a1"))
                        .fieldSelector())
                .contains("status.podIP=10.0.0.7,metadata.name=web-1,spec.nodeName=node-a1");
    }

    @Test
    void refusesATargetThatSelectsNothingInParticular() {
        assertThatThrownBy(() -> of(Map.of("count", 3)))
                .hasMessageContaining("labelSelector, fieldSelector, name, owner, node, zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "job/web", "deployment/", "deployment/../x", "Deployment/web"})
    void refusesAnOwnerThatIsNoWorkload(String owner) {
        assertThatThrownBy(() -> of(Map.of("owner", owner))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../../nodes", "A", "", "a?b", "a,metadata.name=c"})
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> of(Map.of("name", name))).hasMessageContaining("is no name of a pod");
    }

    @Test
    void countsAPodThatIsBeingDeletedAsNotRunning() {
        assertThat(PodView.of(Pods.running("web-1", 1)).running()).isTrue();
        assertThat(PodView.of(new PodBuilder(Pods.running("web-1", 1))
                                .editMetadata()
                                .withDeletionTimestamp("2026-01-01T00:02:00Z")
                                .endMetadata()
                                .build())
                        .running())
                .isFalse();
        assertThat(PodView.of(new PodBuilder(Pods.running("web-1", 1))
                                .editStatus()
                                .withPhase("Pending")
                                .endStatus()
                                .build())
                        .running())
                .isFalse();
    }

    @Test
    void knowsThePodsThatNodesRunByThemselves() {
        assertThat(PodView.of(new PodBuilder(Pods.running("etcd-a1", 1))
                                .editMetadata()
                                .editFirstOwnerReference()
                                .withKind("Node")
                                .endOwnerReference()
                                .endMetadata()
                                .build())
                        .isMirror())
                .isTrue();
        assertThat(Pods.view("web-1", 1).isMirror()).isFalse();
    }
}
