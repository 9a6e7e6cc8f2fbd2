package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.verdict.Finding.PhaseBilled;
import dev.musterpoint.drills.verdict.Finding.TimeBilled;
import dev.musterpoint.drills.verdict.RecoveryPhase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeBillingTests {
    private static final DrillPlan PLAN = new SamplePlan()
            .recoversWithin(Duration.ofSeconds(5), new Confirmation(10, 1, Duration.ofSeconds(2)))
            .step("wait for the alert", StepPart.DETECT, Duration.ofSeconds(1), Params.NONE)
            .step("promote", StepPart.ACT, Duration.ofMillis(500), Params.NONE)
            .step("check", StepPart.CHECK, Duration.ofSeconds(1), Params.NONE)
            .build();

    private static Story outage() {
        return Story.ofAFault()
                .bad("write", 1000, 3000)
                .good("write", 3000, 6000)
                .watchedUntil(6000);
    }

    private static Story step(Story story, int number, String name, long from, long to) {
        return story.fact(from, new StepStarted(number, name))
                .fact(to, new StepEnded(number, name, StepOutcome.DONE, "runner", ""));
    }

    private static List<TimeBilled> bills(Story story) {
        return story.judged(PLAN).stream()
                .filter(TimeBilled.class::isInstance)
                .map(TimeBilled.class::cast)
                .toList();
    }

    @Test
    void billsStepsAndWhatCameBetween() {
        Story story = step(step(outage(), 1, "wait for the alert", 1100, 1600), 2, "promote", 1600, 2800);
        assertThat(bills(story))
                .containsExactly(
                        new TimeBilled(
                                "between the fault and wait for the alert",
                                StepPart.DETECT,
                                Story.at(1000),
                                Story.at(1100),
                                Optional.empty()),
                        new TimeBilled(
                                "wait for the alert",
                                StepPart.DETECT,
                                Story.at(1100),
                                Story.at(1600),
                                Optional.of(Duration.ofSeconds(1))),
                        new TimeBilled(
                                "promote",
                                StepPart.ACT,
                                Story.at(1600),
                                Story.at(2800),
                                Optional.of(Duration.ofMillis(500))),
                        new TimeBilled(
                                "between promote and the service is back",
                                StepPart.ACT,
                                Story.at(2800),
                                Story.at(3001),
                                Optional.empty()));
    }

    @Test
    void showsWorkAfterTheServiceReturned() {
        Story story = step(step(outage(), 2, "promote", 1000, 2800), 3, "check", 3500, 4500);
        assertThat(bills(story))
                .extracting(TimeBilled::name)
                .containsExactly(
                        "promote",
                        "between promote and the service is back",
                        "between the service is back and check",
                        "check");
    }

    @Test
    void doesNotBillStepsThatDidNotRun() {
        Story story = outage().fact(1200, new StepEnded(1, "wait for the alert", StepOutcome.NOT_RUN, "runner", "off"));
        assertThat(bills(story)).isEmpty();
    }

    private static PhaseBilled phase(Story story, RecoveryPhase phase) {
        return story.judged(PLAN).stream()
                .filter(PhaseBilled.class::isInstance)
                .map(PhaseBilled.class::cast)
                .filter(billed -> billed.phase() == phase)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void billsEveryPhaseThatTheRunShows() {
        Story story = step(step(outage(), 1, "wait for the alert", 1100, 1600), 2, "promote", 1600, 2800);
        story = step(story, 3, "check", 3500, 4500);

        assertThat(phase(story, RecoveryPhase.DETECTION).took()).contains(Duration.ofMillis(600));
        assertThat(phase(story, RecoveryPhase.ACTION).took()).contains(Duration.ofMillis(1200));
        assertThat(phase(story, RecoveryPhase.ACTION).planned()).contains(Duration.ofMillis(500));
        assertThat(phase(story, RecoveryPhase.ROUTING).took()).contains(Duration.ofMillis(201));
        assertThat(phase(story, RecoveryPhase.WARM_UP).took()).contains(Duration.ZERO);
        assertThat(phase(story, RecoveryPhase.WORK_AFTER).took()).contains(Duration.ofMillis(1499));
    }

    @Test
    void saysWhatWasNotMeasuredAndNeverThatItTookNoTime() {
        Story story = step(outage(), 2, "promote", 1600, 2800);

        assertThat(phase(story, RecoveryPhase.DETECTION).took()).isEmpty();
        assertThat(phase(story, RecoveryPhase.DETECTION).detail()).isEqualTo("no step of part 'detect' was done");
        assertThat(phase(story, RecoveryPhase.DECISION).took()).isEmpty();
        assertThat(phase(story, RecoveryPhase.CLIENTS).detail()).isEqualTo("no lane of pooled connections came back");
        assertThat(phase(story, RecoveryPhase.REDUNDANCY).took()).isEmpty();
    }

    @Test
    void warmsUpWhileAnswersAreRightAndTooSlow() {
        Story story = Story.ofAFault()
                .bad("write", 1000, 2000)
                .answersAfter("write", 1200, 2000, 2500)
                .good("write", 3700, 7000)
                .watchedUntil(7000);

        assertThat(phase(story, RecoveryPhase.WARM_UP).took()).contains(Duration.ofMillis(501));
    }
}
