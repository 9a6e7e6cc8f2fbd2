package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillRunTests {
    @TempDir
    Path directory;

    @Test
    void goesThroughItsPhasesInOrder() {
        NoopDrill drill = new NoopDrill(directory);
        RunResult result = drill.run(new SamplePlan().workload().build());
        assertThat(drill.journal.facts(Evidence.PhaseEntered.class))
                .extracting(Evidence.PhaseEntered::phase)
                .containsExactly(
                        DrillPhase.CHECKING,
                        DrillPhase.BASELINE,
                        DrillPhase.INJECTING,
                        DrillPhase.RESPONDING,
                        DrillPhase.RECOVERING,
                        DrillPhase.STABILISING,
                        DrillPhase.FINISHED);
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
    }
}
