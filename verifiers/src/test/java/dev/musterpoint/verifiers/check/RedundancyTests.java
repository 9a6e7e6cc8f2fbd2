package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective.RecoveryTime;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.PhaseBilled;
import dev.musterpoint.drills.verdict.RecoveryPhase;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedundancyTests {
    private static final Confirmation CONFIRM = new Confirmation(10, 1, Duration.ofSeconds(2));

    private static DrillPlan plan(Duration fullStrength) {
        return new SamplePlan()
                .recoversWithin(Duration.ofSeconds(5), CONFIRM)
                .alsoProbe(new ProbeSpec(
                        "replicas",
                        "noop",
                        Optional.of("db"),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        1,
                        64,
                        Params.NONE))
                .objective(new RecoveryTime(
                        "full strength is back",
                        fullStrength,
                        List.of("replicas"),
                        FailureMode.TOTAL,
                        CONFIRM,
                        Optional.empty(),
                        Optional.empty(),
                        RecoveryTime.Subject.REDUNDANCY))
                .step("promote", StepPart.ACT, Duration.ofSeconds(1), Params.NONE)
                .build();
    }

    /** The service is back after 2 s, full strength after 4 s. */
    private static Story story() {
        return Story.ofAFault()
                .bad("write", 1000, 3000)
                .good("write", 3000, 9000)
                .good("replicas", 0, 1000)
                .bad("replicas", 1000, 5000)
                .good("replicas", 5000, 9000)
                .watchedUntil(9000);
    }

    private static ObjectiveJudged judged(DrillPlan plan, String kind) {
        return find(story().judged(plan), ObjectiveJudged.class).stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Finding> List<T> find(List<Finding> findings, Class<T> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void isJudgedByTheRulesOfRecoveryAndBesideIt() {
        DrillPlan plan = plan(Duration.ofSeconds(5));
        assertThat(judged(plan, "redundancy").verdict()).isEqualTo(Verdict.MET);
        assertThat(judged(plan, "redundancy").measured())
                .hasValueSatisfying(interval ->
                        assertThat(interval.beyond(Duration.ofMillis(3900))).isTrue());
        assertThat(judged(plan, "recoveryTime").measured())
                .hasValueSatisfying(interval ->
                        assertThat(interval.within(Duration.ofMillis(2100))).isTrue());
    }

    @Test
    void missesATargetThatTheServiceWouldHaveMet() {
        DrillPlan plan = plan(Duration.ofSeconds(3));
        assertThat(judged(plan, "redundancy").verdict()).isEqualTo(Verdict.MISSED);
        assertThat(judged(plan, "recoveryTime").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void isAPhaseOfItsOwnAndPartOfNoOther() {
        List<PhaseBilled> phases = find(story().judged(plan(Duration.ofSeconds(5))), PhaseBilled.class);
        assertThat(phase(phases, RecoveryPhase.REDUNDANCY).took())
                .hasValueSatisfying(took -> assertThat(took).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4100)));
        assertThat(phase(phases, RecoveryPhase.WARM_UP).to())
                .hasValueSatisfying(back -> assertThat(back).isEqualTo(Story.at(3001)));
    }

    private static PhaseBilled phase(List<PhaseBilled> phases, RecoveryPhase phase) {
        return phases.stream().filter(each -> each.phase() == phase).findFirst().orElseThrow();
    }
}
