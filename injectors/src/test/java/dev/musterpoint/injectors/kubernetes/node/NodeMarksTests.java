package dev.musterpoint.injectors.kubernetes.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import org.junit.jupiter.api.Test;

class NodeMarksTests {
    private static final NodeMarks OURS = new NodeMarks("2026-11-21T09-00-00Z-zone/1");
    private static final NodeMarks ANOTHERS = new NodeMarks("2026-11-21T09-00-00Z-zone/2");

    private static NodeBuilder node() {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("node-a1")
                .withUid("1")
                .addToAnnotations("theirs", "kept")
                .endMetadata()
                .withNewSpec()
                .addNewTaint("NoSchedule", "theirs", null, "kept")
                .endSpec();
    }

    @Test
    void givesAnOpenNodeBackAsItWas() {
        Node before = node().build();

        assertThat(OURS.evacuated(before).getSpec().getTaints()).hasSize(2);
        assertThat(OURS.evacuated(before).getSpec().getUnschedulable()).isTrue();
        assertThat(OURS.restored(OURS.evacuated(before), false)).isEqualTo(before);
    }

    @Test
    void leavesANodeCordonedThatWasCordonedBefore() {
        Node before = node().editSpec().withUnschedulable(true).endSpec().build();

        assertThat(OURS.restored(OURS.evacuated(before), true)).isEqualTo(before);
    }

    @Test
    void opensANodeThatTwoFaultsClosedInWhateverOrderTheyAreUndone() {
        Node before = node().build();
        Node both = ANOTHERS.evacuated(OURS.cordoned(before));

        assertThat(OURS.restored(ANOTHERS.restored(both, true), false)).isEqualTo(before);
        assertThat(ANOTHERS.restored(OURS.restored(both, false), true)).isEqualTo(before);
    }

    @Test
    void takesAwayNothingOfAnothersRun() {
        Node before = ANOTHERS.evacuated(node().build());

        assertThat(OURS.isOn(before)).isFalse();
        assertThat(OURS.restored(before, false)).isEqualTo(before);
    }

    @Test
    void keepsWhatOthersChangedMeanwhile() {
        Node during = new NodeBuilder(OURS.evacuated(node().build()))
                .editSpec()
                .addNewTaint("NoExecute", "later", null, "too")
                .endSpec()
                .build();

        assertThat(OURS.restored(during, false).getSpec().getTaints())
                .extracting(taint -> taint.getKey())
                .containsExactly("theirs", "later");
    }

    @Test
    void leavesACordonAloneThatIsNoLongerOurs() {
        Node during = new NodeBuilder(OURS.cordoned(node().build()))
                .editMetadata()
                .removeFromAnnotations(NodeMarks.CORDONED_BY)
                .endMetadata()
                .build();

        assertThat(OURS.isOn(during)).isFalse();
        assertThat(OURS.restored(during, false).getSpec().getUnschedulable()).isTrue();
    }

    @Test
    void makesTaintsThatAnApiServerTakes() {
        assertThat(OURS.taintKey()).matches("musterpoint\\.dev/evacuated-[0-9a-f]{12}");
        assertThat(OURS.taintKey()).isNotEqualTo(ANOTHERS.taintKey());
    }
}
