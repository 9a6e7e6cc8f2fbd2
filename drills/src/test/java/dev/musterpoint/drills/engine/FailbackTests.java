package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.FailbackEnded;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.ReferringText.Piece;
import dev.musterpoint.drills.spec.StepPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailbackTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private static SamplePlan plan() {
        return new SamplePlan()
                .workload()
                .step("promote", StepPart.ACT, Duration.ofSeconds(1), new Params(Map.of("takes", "1s")))
                .failbackStep("rejoin", StepPart.ACT, Map.of("takes", "3s"))
                .failbackStep("switch over", StepPart.SWITCH, Map.of("takes", "1s"))
                .failbackStep("check", StepPart.CHECK, Map.of());
    }

    private List<DrillPhase> phases() {
        return drill.journal.facts(PhaseEntered.class).stream()
                .map(PhaseEntered::phase)
                .toList();
    }

    private Moment when(Predicate<Evidence> fact) {
        return drill.journal.entries().stream()
                .filter(entry -> fact.test(entry.body()))
                .map(JournalEntry::mono)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bringsTheServiceBackOnceItHasRecoveredAndTheFaultIsGone() {
        RunResult result = drill.run(plan().build());

        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(phases())
                .containsSubsequence(
                        DrillPhase.RESPONDING, DrillPhase.RECOVERING, DrillPhase.FAILING_BACK, DrillPhase.FINISHED);
        assertThat(drill.journal.facts(StepEnded.class))
                .extracting(StepEnded::stage, StepEnded::step, StepEnded::name, StepEnded::outcome)
                .containsExactly(
                        tuple(StepStage.RUNBOOK, 1, "promote", StepOutcome.DONE),
                        tuple(StepStage.FAILBACK, 1, "rejoin", StepOutcome.DONE),
                        tuple(StepStage.FAILBACK, 2, "switch over", StepOutcome.DONE),
                        tuple(StepStage.FAILBACK, 3, "check", StepOutcome.DONE));
    }

    @Test
    void readsBackBeforeTheSwitchAndAfterTheFailback() {
        drill.run(plan().build());

        Moment rejoined =
                when(fact -> fact instanceof StepEnded end && end.name().equals("rejoin"));
        Moment switched =
                when(fact -> fact instanceof StepStarted start && start.name().equals("switch over"));
        Moment over = when(FailbackEnded.class::isInstance);
        List<ReadBackTaken> taken = drill.journal.facts(ReadBackTaken.class);
        ReadBackTaken beforeSwitch = taken.get(taken.size() - 2);
        ReadBackTaken last = taken.get(taken.size() - 1);
        assertThat(beforeSwitch.started()).isBetween(rejoined, switched);
        assertThat(beforeSwitch.ended()).isLessThanOrEqualTo(switched);
        assertThat(last.started()).isGreaterThanOrEqualTo(over);
    }

    @Test
    void doesNotFailBackFromWhatHasNotRecovered() {
        drill.watch.never().longest(Duration.ofSeconds(11));

        drill.run(plan().build());

        assertThat(phases()).doesNotContain(DrillPhase.FAILING_BACK);
        assertThat(drill.journal.facts(StepEnded.class).stream().filter(end -> end.stage() == StepStage.FAILBACK))
                .hasSize(3)
                .allMatch(end ->
                        end.outcome() == StepOutcome.NOT_RUN && end.detail().contains("nothing to fail back from"));
        assertThat(drill.journal.facts(FailbackEnded.class))
                .extracting(FailbackEnded::confirmed)
                .containsExactly(false);
    }

    @Test
    void itsStepsUseWhatTheSetupPublished() {
        Object published = new ReferringText(List.of(Piece.of(new OutputReference("look", "primary")))).stored();

        drill.run(plan().publishing("look", "primary", "db-1", false)
                .failbackStep("note", StepPart.ACT, Map.of("text", published))
                .build());

        assertThat(drill.steps.given("note").text("text")).isEqualTo("db-1");
    }

    @Test
    void endsWhereItsRunbookEndsBeforeTheSwitch() {
        SamplePlan plan = new SamplePlan()
                .failbackStep("rejoin", StepPart.ACT, Map.of("fails", "no disk"))
                .failbackStep("switch over", StepPart.SWITCH, Map.of());

        drill.run(plan.build());

        assertThat(drill.journal.facts(FailbackEnded.class))
                .containsExactly(new FailbackEnded(false, "its runbook ended before the step that switches"));
        assertThat(drill.steps.done()).isEmpty();
    }

    @Test
    void goesOnToItsLastStepThoughWatchingIsOver() {
        SamplePlan plan = new SamplePlan()
                .failbackStep("switch over", StepPart.SWITCH, Map.of())
                .failbackStep("rejoin the other", StepPart.ACT, Map.of("takes", "20s"));

        drill.run(plan.build());

        assertThat(drill.steps.done()).containsExactly("switch over", "rejoin the other");
    }

    @Test
    void anAbortCutsItShortAndNamesEveryStep() {
        SamplePlan plan = new SamplePlan()
                .failbackStep("rejoin", StepPart.ACT, Map.of("takes", "25s"))
                .failbackStep("switch over", StepPart.SWITCH, Map.of());
        drill.abortAfter(Duration.ofSeconds(15));

        RunResult result = drill.run(plan.build());

        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(phases()).contains(DrillPhase.FAILING_BACK);
        assertThat(drill.journal.facts(StepEnded.class))
                .extracting(StepEnded::name, StepEnded::outcome)
                .containsExactlyInAnyOrder(
                        tuple("rejoin", StepOutcome.NOT_RUN), tuple("switch over", StepOutcome.NOT_RUN));
    }

    @Test
    void isNotCarriedOutWhenNoLongerAllowed() {
        int[] asked = {0};
        drill.clearance(() -> asked[0]++ < 2 ? Optional.empty() : Optional.of("drills are frozen"));

        drill.run(plan().build());

        assertThat(drill.journal.facts(FailbackEnded.class))
                .extracting(FailbackEnded::reason)
                .containsExactly("the service was not brought back: drills are frozen");
        assertThat(drill.steps.done()).containsExactly("promote");
    }
}
