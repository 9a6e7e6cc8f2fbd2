package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spi.Cancellation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClearanceTests {
    @TempDir
    Path directory;

    private NoopDrill drill;
    private int asked;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory.resolve("run"));
    }

    /** Grants {@code times}, and then no more. */
    private Clearance granted(int times) {
        return () -> asked++ < times ? Optional.empty() : Optional.of("frozen by policy.yaml");
    }

    @Test
    void changesNothingWithoutIt() {
        RunResult result = drill.clearance(granted(0)).run(new SamplePlan().build());

        assertThat(result).isEqualTo(new RunResult(RunOutcome.REFUSED, CleanUp.CLEAN, "frozen by policy.yaml"));
        assertThat(drill.journal.facts(UndoPrepared.class)).isEmpty();
        assertThat(drill.system.calls()).isEmpty();
    }

    @Test
    void asksAgainRightBeforeItInjects() {
        RunResult result = drill.clearance(granted(1)).run(new SamplePlan().build());

        assertThat(result).isEqualTo(new RunResult(RunOutcome.REFUSED, CleanUp.CLEAN, "frozen by policy.yaml"));
        assertThat(drill.journal.facts(PhaseEntered.class))
                .extracting(PhaseEntered::phase)
                .contains(DrillPhase.INJECTING);
        assertThat(drill.fault.calls()).containsExactly("prepare");
        assertThat(drill.system.isOpen()).isFalse();
    }

    @Test
    void asksBeforeEveryTargetAndUndoesWhatStandsAlready() {
        SamplePlan plan = new SamplePlan().alsoStandby();

        RunResult result = drill.clearance(granted(2)).run(plan.build());

        assertThat(result.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(result.detail()).isEqualTo("frozen by policy.yaml");
        assertThat(drill.fault.calls()).filteredOn("inject"::equals).hasSize(1);
        assertThat(drill.fault.isStanding()).isFalse();
    }

    @Test
    void takesAFailureToAnswerForANo() {
        RunResult result = drill.clearance(() -> {
                    throw new IllegalStateException("the calendar cannot be read");
                })
                .run(new SamplePlan().build());

        assertThat(result.outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(result.detail()).isEqualTo("the calendar cannot be read");
    }

    @Test
    void takesSilenceForANo() {
        RunResult result = drill.clearance(() -> {
                    drill.time.spend(Duration.ofHours(1), new Cancellation());
                    return Optional.empty();
                })
                .run(new SamplePlan().build());

        assertThat(result.outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(result.detail()).isEqualTo("whether it is allowed could not be found out within 5 s");
    }
}
