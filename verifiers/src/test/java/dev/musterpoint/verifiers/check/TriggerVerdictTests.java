package dev.musterpoint.verifiers.check;

import static dev.musterpoint.verifiers.check.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.ResponseBegan;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs without a fault of ours: the baseline is steady until 990, and the response begins at 1,000. */
class TriggerVerdictTests {
    private static final Confirmation CONFIRM = new Confirmation(10, 1, Duration.ofSeconds(2));

    private static DrillPlan within(Trigger trigger, long ms) {
        return new SamplePlan()
                .trigger(trigger)
                .recoversWithin(Duration.ofMillis(ms), CONFIRM)
                .build();
    }

    private static Story began(Trigger trigger) {
        return new Story().good("write", 0, 1000).steady(0, 990).fact(1000, new ResponseBegan(trigger, at(1000)));
    }

    private static Story outage(Trigger trigger) {
        return began(trigger)
                .good("write", 1000, 1500)
                .bad("write", 1500, 3000)
                .good("write", 3000, 6000)
                .watchedUntil(6000);
    }

    @Test
    void countsADeclaredDisasterFromItsDeclaration() {
        ObjectiveJudged judged = outage(Trigger.DECLARED).first(within(Trigger.DECLARED, 5000));
        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(judged.measured()).contains(Interval.of(Duration.ofMillis(1950), Duration.ofMillis(2001)));
        assertThat(judged.arithmetic()).anySatisfy(line -> assertThat(line).contains("(the disaster was declared)"));
    }

    @Test
    void missesATargetBelowTheIntervalOfADeclaredDisaster() {
        assertThat(outage(Trigger.DECLARED)
                        .first(within(Trigger.DECLARED, 1900))
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void countsAnObservedIncidentFromItsOwnFailures() {
        ObjectiveJudged judged = outage(Trigger.OBSERVED).first(within(Trigger.OBSERVED, 5000));
        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(judged.measured()).contains(Interval.of(Duration.ofMillis(1449), Duration.ofMillis(1551)));
    }

    @Test
    void asksNoProofOfAnEffect() {
        assertThat(outage(Trigger.DECLARED).issues(within(Trigger.DECLARED, 5000)))
                .doesNotContain("NO_EFFECT");
    }

    @Test
    void doesNotPassWhatNeverFailed() {
        for (Trigger trigger : new Trigger[] {Trigger.DECLARED, Trigger.OBSERVED}) {
            Story story = began(trigger).good("write", 1000, 40_000).watchedUntil(40_000);
            assertThat(story.first(within(trigger, 5000)).verdict()).isEqualTo(Verdict.INDETERMINATE);
        }
    }

    @Test
    void recoversWhatWasNotThereBeforeTheDeclaration() {
        Story restored = new Story()
                .bad("write", 0, 3000)
                .steady(0, 990)
                .fact(1000, new ResponseBegan(Trigger.DECLARED, at(1000)))
                .good("write", 3000, 6000)
                .watchedUntil(6000);
        assertThat(restored.first(within(Trigger.DECLARED, 5000)).measured())
                .contains(Interval.of(Duration.ofMillis(1950), Duration.ofMillis(2001)));
        assertThat(restored.first(within(Trigger.DECLARED, 5000)).verdict()).isEqualTo(Verdict.MET);
        assertThat(restored.first(within(Trigger.OBSERVED, 5000)).verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
    }

    @Test
    void carriesNoVerdictWhenTheResponseNeverBegan() {
        Story story = new Story().good("write", 0, 1000).steady(0, 990).watchedUntil(1000);
        assertThat(story.first(within(Trigger.DECLARED, 5000)).verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(story.issues(within(Trigger.DECLARED, 5000))).contains("NEVER_BEGAN");
    }
}
