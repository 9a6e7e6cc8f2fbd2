package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.verdict.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The drills of nodes and zones in {@code catalog/kubernetes}. */
@Timeout(600)
class ZoneDrillsIT extends ClusterDrills {
    @Test
    void anEmptiedZoneIsReplacedByTheOthersAndOpenedAgain() throws IOException {
        policy("kubernetes://" + cluster.server() + "/zones/b");
        Typed typed = drill("run", "zone-evacuate", "--var", "zone=b");

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(judged(typed).verdict()).as(typed.out() + typed.err()).isEqualTo(Verdict.MET);
        assertThat(cluster.kubectl(
                        "get",
                        "node",
                        "node-b1",
                        "-o",
                        "jsonpath={.spec.unschedulable}{.metadata.annotations.musterpoint\\.dev/cordoned-by}"))
                .isEmpty();
    }

    @Test
    void aDrainedNodeIsReplacedByTheOthersAndOpenedAgain() throws IOException {
        policy("kubernetes://" + cluster.server() + "/nodes/node-c1");
        Typed typed = drill("run", "node-loss", "--var", "node=node-c1");

        assertThat(typed.code()).as(typed.out() + typed.err()).isLessThan(ExitCode.ABORTED.code());
        judged(typed);
        assertThat(run().facts(EffectSeen.class)).as(typed.out() + typed.err()).hasSize(1);
        assertThat(cluster.kubectl("get", "node", "node-c1", "-o", "jsonpath={.spec.unschedulable}"))
                .isEmpty();
    }
}
