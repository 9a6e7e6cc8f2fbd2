package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The fault acts between 1,000 and 1,010. */
class DetectionCheckTests {
    private static DrillPlan within(long ms) {
        return new SamplePlan()
                .step("notice", StepPart.DETECT, Duration.ofSeconds(1), Params.NONE)
                .objective(new Objective.Detection("noticed", Duration.ofMillis(ms), "notice"))
                .build();
    }

    private static Story ending(long at, StepOutcome outcome) {
        return Story.ofAFault()
                .fact(1020, new StepStarted(1, "notice"))
                .fact(at, new StepEnded(1, "notice", outcome, "runner", ""))
                .watchedUntil(9000);
    }

    @Test
    void countsFromTheFaultToTheEndOfTheStep() {
        ObjectiveJudged judged = ending(3000, StepOutcome.DONE).first(within(2000));

        assertThat(judged.measured()).contains(Interval.of(Duration.ofMillis(1945), Duration.ofMillis(2000)));
        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(ending(3000, StepOutcome.DONE).first(within(1999)).verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(ending(3000, StepOutcome.DONE).first(within(1944)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void doesNotCountAPauseOfTheRunnerAsProof() {
        Story story = ending(3000, StepOutcome.DONE);
        story.evidence.pause(new Pause(Story.at(2500), Story.at(2999)));

        assertThat(story.first(within(2000)).measured())
                .contains(Interval.of(Duration.ofMillis(1490), Duration.ofMillis(2000)));
    }

    @Test
    void isNeverDoneBeforeItStarted() {
        assertThat(ending(1030, StepOutcome.DONE).first(within(2000)).measured())
                .contains(Interval.of(Duration.ofMillis(10), Duration.ofMillis(30)));
    }

    @Test
    void missesWhatWasNotNoticedForLongEnough() {
        ObjectiveJudged judged = ending(6000, StepOutcome.TIMED_OUT).first(within(2000));

        assertThat(judged.measured()).contains(Interval.atLeast(Duration.ofMillis(4990)));
        assertThat(judged.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(ending(6000, StepOutcome.TIMED_OUT).first(within(5000)).verdict())
                .isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void waitsNoLongerThanTheWatch() {
        Story story = Story.ofAFault().watchedUntil(9000);

        assertThat(story.first(within(2000)).measured()).contains(Interval.atLeast(Duration.ofMillis(7990)));
    }

    @Test
    void testsNothingWithoutItsEffect() {
        Story story =
                new Story().steady(0, 990).askedFor(1, 1000, UndoKind.NONE).watchedUntil(9000);

        assertThat(story.first(within(2000)).verdict()).isEqualTo(Verdict.NO_EFFECT);
    }
}
