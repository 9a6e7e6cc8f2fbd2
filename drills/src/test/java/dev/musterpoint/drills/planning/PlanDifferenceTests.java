package dev.musterpoint.drills.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanDifferenceTests {
    private static final DrillPlan REVIEWED = new SamplePlan()
            .fault("noop", Duration.ofSeconds(5), Duration.ofMinutes(5))
            .build();

    private static DrillPlan changed(Instant at, String digest, List<Target> targets) {
        return new DrillPlan(
                REVIEWED.format(),
                REVIEWED.toolVersion(),
                at,
                REVIEWED.source(),
                digest,
                REVIEWED.spec(),
                List.of(new PlannedFault(1, REVIEWED.faults().get(0).spec(), targets)),
                REVIEWED.runbook(),
                REVIEWED.steps(),
                REVIEWED.policy());
    }

    @Test
    void aPlanMadeLaterIsTheSamePlan() {
        List<Target> targets = REVIEWED.faults().get(0).targets();
        assertThat(PlanDifference.between(REVIEWED, changed(Instant.EPOCH, REVIEWED.specDigest(), targets)))
                .isEmpty();
    }

    @Test
    void namesTheTargetsThatHaveChanged() {
        Target other = new Target("db/other", "processes", "db", 3, true, Map.of());
        assertThat(PlanDifference.between(
                        REVIEWED, changed(REVIEWED.plannedAt(), REVIEWED.specDigest(), List.of(other))))
                .singleElement()
                .asString()
                .contains("the targets", "db/primary (1 of 2)", "db/other (1 of 3)");
    }

    @Test
    void namesADrillFileThatHasChanged() {
        List<Target> targets = REVIEWED.faults().get(0).targets();
        assertThat(PlanDifference.between(REVIEWED, changed(REVIEWED.plannedAt(), "f".repeat(64), targets)))
                .singleElement()
                .asString()
                .startsWith("the drill file's digest");
    }
}
