package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsReaderTests {
    private final DrillSpec drill = Samples.drill(Samples.GOOD_DRILL);

    @Test
    void readsFaults() {
        assertThat(drill.faults())
                .containsExactly(new FaultSpec(
                        "the primary dies",
                        "process/kill",
                        Optional.of("db"),
                        new Params(Map.of("member", "primary")),
                        Duration.ofMinutes(20),
                        Duration.ofSeconds(10),
                        new BlastRadius(Map.of("processes", 1), Optional.of(new Share(0.5))),
                        new Params(Map.of("scope", "tree"))));
    }

    @Test
    void readsTheOrderOfFaults() {
        String more =
                "\n    - { name: b, type: process/kill, system: db, target: { member: standby }, holdFor: 1m, %s }";
        assertThat(order(more.formatted("after: the primary dies")))
                .isEqualTo(new FaultOrder(List.of("the primary dies"), Optional.empty()));
        assertThat(order(more.formatted("after: [the primary dies]")))
                .isEqualTo(new FaultOrder(List.of("the primary dies"), Optional.empty()));
        assertThat(order(more.formatted("with: the primary dies")))
                .isEqualTo(new FaultOrder(List.of(), Optional.of("the primary dies")));
        assertThat(order(more.formatted("scope: tree"))).isEqualTo(FaultOrder.IN_SEQUENCE);
    }

    private static FaultOrder order(String second) {
        String radius = "blastRadius: { processes: 1, share: 50% }";
        return Samples.drill(Samples.changed(radius, radius + second))
                .faults()
                .get(1)
                .order();
    }

    @Test
    void readsWhatTriggersTheDrill() {
        assertThat(drill.trigger()).isEqualTo(Trigger.FAULT);
        String declared = Samples.changed("  environment: staging", "  environment: staging\n  trigger: declared")
                .replaceAll("(?s)  faults:.*  runbook:", "  runbook:")
                .replace(", from: the primary dies", "");

        assertThat(Samples.drill(declared).trigger()).isEqualTo(Trigger.DECLARED);
        assertThat(Samples.drill(declared).faults()).isEmpty();
    }
}
