package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookReaderTests {
    @Test
    void readsStepsInOrder() {
        Runbook runbook = Samples.runbook(Samples.GOOD_RUNBOOK);

        assertThat(runbook.metadata())
                .isEqualTo(new Metadata("promote-standby", "Promote the standby", Optional.empty(), Optional.empty()));
        assertThat(runbook.steps())
                .containsExactly(
                        new RunbookStep.Automated(
                                "notice",
                                StepPart.DETECT,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(30),
                                "wait-for",
                                Optional.empty(),
                                new Params(Map.of("probe", "write", "state", "bad", "count", 3L))),
                        new RunbookStep.Manual(
                                "declare the disaster",
                                StepPart.DECIDE,
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                "Call the officer on duty and declare the disaster.",
                                RunbookStep.Unattended.SKIP),
                        new RunbookStep.Automated(
                                "promote",
                                StepPart.ACT,
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1),
                                "postgres/promote",
                                Optional.of("db"),
                                new Params(Map.of("member", "standby"))),
                        new RunbookStep.Manual(
                                "look",
                                StepPart.CHECK,
                                Duration.ZERO,
                                Duration.ofSeconds(10),
                                "Look at the shop.",
                                RunbookStep.Unattended.STOP));
    }

    @Test
    void takesVariablesAndLeavesThoseOfTheDrillAlone() {
        String text = Samples.change(Samples.GOOD_RUNBOOK, "member: standby", "member: \"${STANDBY}\"");

        Runbook runbook = new RunbookReader(SampleCatalogue.create(), name -> Optional.empty())
                .read(Samples.file(text), Map.of("STANDBY", "replica", "JDBC", "the drill's"));

        assertThat(((RunbookStep.Automated) runbook.steps().get(2)).params().text("member"))
                .isEqualTo("replica");
    }

    private static OnFailure onFailure(String written) {
        String text = Samples.change(Samples.GOOD_RUNBOOK, "unattended: skip", "onFailure: " + written);
        return Samples.runbook(text).steps().get(1).onFailure();
    }

    @Test
    void readsWhatIsDoneAfterAFailure() {
        assertThat(onFailure("stop")).isEqualTo(OnFailure.STOP);
        assertThat(onFailure("continue")).isEqualTo(OnFailure.CONTINUE);
        assertThat(onFailure("{ goto: look }")).isEqualTo(OnFailure.goTo("look"));
    }
}
