package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.ResponseBegan;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.WatchEnded;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriggerTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private static SamplePlan plan(Trigger trigger) {
        return new SamplePlan()
                .trigger(trigger)
                .step("restore", StepPart.ACT, Duration.ofSeconds(1), new Params(Map.of("takes", "1s")));
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLARED", "OBSERVED"})
    void respondsWithoutInjectingAnything(Trigger trigger) {
        RunResult result = drill.run(plan(trigger).workload().build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(drill.journal.facts(PhaseEntered.class))
                .extracting(PhaseEntered::phase)
                .containsSubsequence(DrillPhase.BASELINE, DrillPhase.RESPONDING, DrillPhase.RECOVERING)
                .doesNotContain(DrillPhase.INJECTING);
        assertThat(drill.fault.calls()).isEmpty();
        assertThat(drill.journal.facts(StepEnded.class))
                .extracting(StepEnded::outcome)
                .containsExactly(StepOutcome.DONE);
        assertThat(drill.journal.facts(WatchEnded.class))
                .containsExactly(new WatchEnded(true, "recovery is confirmed"));
    }

    @Test
    void journalsWhenTheDisasterWasDeclared() {
        drill.run(plan(Trigger.DECLARED).build());
        assertThat(drill.journal.facts(ResponseBegan.class)).singleElement().satisfies(began -> {
            assertThat(began.trigger()).isEqualTo(Trigger.DECLARED);
            assertThat(began.at()).isGreaterThanOrEqualTo(Moment.START.plus(Duration.ofSeconds(2)));
        });
    }

    @Test
    void watchesNoLongerThanTheDeadline() {
        drill.watch.never().longest(Duration.ofSeconds(11));
        drill.run(plan(Trigger.OBSERVED).build());
        Moment began = drill.journal.facts(ResponseBegan.class).get(0).at();
        Moment ended = drill.journal.entries().stream()
                .filter(entry -> entry.body() instanceof WatchEnded)
                .findFirst()
                .orElseThrow()
                .mono();
        assertThat(ended.minus(began)).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void doesNotBeginWithoutASteadyBaseline() {
        drill.watch.unsteady("write: 2 failures");
        drill.run(plan(Trigger.DECLARED).build());
        assertThat(drill.journal.facts(ResponseBegan.class)).isEmpty();
        assertThat(drill.steps.done()).isEmpty();
    }

    @Test
    void aFaultIsNoDeclaration() {
        drill.run(new SamplePlan().build());
        assertThat(drill.journal.facts(ResponseBegan.class)).isEmpty();
    }
}
