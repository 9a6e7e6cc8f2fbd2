package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.ResponseBegan;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.PhaseBilled;
import dev.musterpoint.drills.verdict.Finding.TimeBilled;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepsCheckTests {
    private static final DrillPlan PLAN = new SamplePlan()
            .trigger(Trigger.EXERCISE)
            .step("look", StepPart.DETECT, Duration.ofSeconds(1), Params.NONE)
            .step("promote", StepPart.ACT, Duration.ofSeconds(5), Params.NONE)
            .objective(new Objective.StepsDone("every step is done", "switch-over"))
            .build();

    private static Story ending(StepOutcome look, StepOutcome promote) {
        return new Story()
                .fact(1000, new ResponseBegan(Trigger.EXERCISE, Moment.START.plus(Duration.ofSeconds(1))))
                .fact(1000, new StepStarted(1, "look"))
                .fact(1500, new StepEnded(1, "look", look, "runner", ""))
                .fact(1500, new StepStarted(2, "promote"))
                .fact(3500, new StepEnded(2, "promote", promote, "runner", ""));
    }

    @Test
    void isMetWhenEveryStepWasDone() {
        ObjectiveJudged judged = ending(StepOutcome.DONE, StepOutcome.DONE).first(PLAN);

        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(judged.because()).isEqualTo("2 of 2 steps were done");
        assertThat(judged.arithmetic()).element(1).asString().startsWith("step 2 'promote': done after ");
    }

    @Test
    void isMissedWhenOneFailedOrTookTooLong() {
        assertThat(ending(StepOutcome.DONE, StepOutcome.FAILED).first(PLAN).verdict())
                .isEqualTo(Verdict.MISSED);
        ObjectiveJudged judged =
                ending(StepOutcome.TIMED_OUT, StepOutcome.NOT_RUN).first(PLAN);
        assertThat(judged.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(judged.because()).isEqualTo("0 of 2 steps were done; failed: 'look'");
    }

    @Test
    void provesNothingWhenOneWasNotTried() {
        ObjectiveJudged judged = ending(StepOutcome.NOT_RUN, StepOutcome.DONE).first(PLAN);

        assertThat(judged.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(judged.because()).contains("none failed").endsWith("'look'");
    }

    @Test
    void stepsOfOtherStagesDoNotCount() {
        Story story = new Story()
                .fact(1000, new ResponseBegan(Trigger.EXERCISE, Moment.START.plus(Duration.ofSeconds(1))))
                .fact(900, new StepEnded(1, "prepare", StepOutcome.DONE, "runner", "", StepStage.SETUP));

        assertThat(story.first(PLAN).because()).startsWith("0 of 2");
    }

    @Test
    void nothingIsBilledToARecovery() {
        assertThat(ending(StepOutcome.DONE, StepOutcome.DONE).judged(PLAN))
                .isNotEmpty()
                .doesNotHaveAnyElementsOfTypes(TimeBilled.class, PhaseBilled.class);
    }
}
