package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence.BaselineSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runbook that is carried out by itself. */
class ExerciseTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private static SamplePlan plan(Map<String, Object> params) {
        return new SamplePlan()
                .trigger(Trigger.EXERCISE)
                .around(StepStage.SETUP, "prepare", Params.NONE)
                .step("act", StepPart.ACT, Duration.ofSeconds(1), new Params(params))
                .step("check", StepPart.CHECK, Duration.ofSeconds(1), new Params(Map.of("takes", "3s")))
                .around(StepStage.TEARDOWN, "put back", Params.NONE);
    }

    @Test
    void doesEveryStepAndBreaksNothing() {
        RunResult result = drill.run(plan(Map.of()).build());

        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(drill.steps.done()).containsExactly("prepare", "act", "check", "put back");
        assertThat(drill.journal.facts(InjectionReturned.class)).isEmpty();
        assertThat(drill.journal.facts(BaselineSeen.class)).isEmpty();
        assertThat(drill.journal.facts(PhaseEntered.class))
                .extracting(PhaseEntered::phase)
                .containsSubsequence(DrillPhase.CHECKING, DrillPhase.RESPONDING, DrillPhase.FINISHED)
                .doesNotContain(DrillPhase.INJECTING);
    }

    @Test
    void goesOnPastTheDrillsDeadline() {
        drill.run(plan(Map.of("takes", "29s")).build());

        assertThat(drill.journal.facts(StepEnded.class))
                .extracting(StepEnded::outcome)
                .containsOnly(StepOutcome.DONE);
    }

    @Test
    void anAbortEndsItAndTheTeardownIsDone() {
        drill.abortAfter(Duration.ofSeconds(5));

        RunResult result = drill.run(plan(Map.of("takes", "29s")).build());

        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(drill.steps.done()).containsExactly("prepare", "put back");
    }
}
