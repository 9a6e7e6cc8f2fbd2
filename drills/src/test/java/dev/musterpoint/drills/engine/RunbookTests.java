package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.Evidence.WatchEnded;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.kit.ScriptedOperator;
import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep.Unattended;
import dev.musterpoint.drills.spec.StepPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private static SamplePlan step(SamplePlan plan, String name, Map<String, Object> params) {
        return plan.step(name, StepPart.ACT, Duration.ofSeconds(1), new Params(params));
    }

    private List<Tuple> ends() {
        return drill.journal.facts(StepEnded.class).stream()
                .map(end -> tuple(end.name(), end.outcome(), end.by(), end.detail()))
                .toList();
    }

    private Moment ended(String step) {
        return drill.journal.entries().stream()
                .filter(entry ->
                        entry.body() instanceof StepEnded end && end.name().equals(step))
                .map(JournalEntry::mono)
                .findFirst()
                .orElseThrow();
    }

    private Moment started(String step) {
        return drill.journal.entries().stream()
                .filter(entry -> entry.body() instanceof StepStarted start
                        && start.name().equals(step))
                .map(JournalEntry::mono)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void doesOneStepAfterAnother() {
        SamplePlan plan = step(new SamplePlan(), "notice", Map.of("takes", "1s"));
        step(step(plan, "promote", Map.of("takes", "2s")), "check", Map.of());
        drill.run(plan.build());
        assertThat(ends())
                .containsExactly(
                        tuple("notice", StepOutcome.DONE, "runner", "done"),
                        tuple("promote", StepOutcome.DONE, "runner", "done"),
                        tuple("check", StepOutcome.DONE, "runner", "done"));
        assertThat(started("promote")).isEqualTo(ended("notice"));
        assertThat(ended("promote").minus(started("promote"))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void waitsForTheRunbookThoughRecoveryIsConfirmed() {
        SamplePlan plan = step(new SamplePlan(), "promote", Map.of("takes", "12s"));
        drill.run(plan.build());
        assertThat(drill.journal.facts(WatchEnded.class))
                .containsExactly(new WatchEnded(true, "recovery is confirmed"));
        assertThat(drill.steps.done()).containsExactly("promote");
    }

    @Test
    void aFailedStepEndsTheRunbookAndTheRestSaysWhy() {
        SamplePlan plan = step(new SamplePlan(), "promote", Map.of("fails", "no standby"));
        step(step(plan, "redirect", Map.of()), "check", Map.of());
        RunResult result = drill.run(plan.build());
        assertThat(ends())
                .containsExactly(
                        tuple("promote", StepOutcome.FAILED, "runner", "no standby"),
                        tuple("redirect", StepOutcome.NOT_RUN, "runner", "step 'promote' failed"),
                        tuple("check", StepOutcome.NOT_RUN, "runner", "step 'promote' failed"));
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
    }

    @Test
    void aStepThatTakesTooLongIsCancelled() {
        drill.watch.never().longest(Duration.ofMinutes(2));
        SamplePlan plan = step(new SamplePlan(), "promote", Map.of("takes", "10m"));
        step(plan, "check", Map.of());
        drill.run(plan.build());
        assertThat(ends())
                .containsExactly(
                        tuple("promote", StepOutcome.TIMED_OUT, "runner", "not done after 30 s"),
                        tuple("check", StepOutcome.NOT_RUN, "runner", "step 'promote' timed out"));
        assertThat(ended("promote").minus(started("promote"))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aStepThatPaysNoHeedIsGivenUp() {
        drill.watch.never().longest(Duration.ofMinutes(2));
        drill.run(step(new SamplePlan(), "promote", Map.of("takes", "1h", "deaf", true))
                .build());
        assertThat(ends())
                .containsExactly(tuple(
                        "promote",
                        StepOutcome.TIMED_OUT,
                        "runner",
                        "not done after 30 s, nor did it stop when told to"));
        assertThat(ended("promote").minus(started("promote"))).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void anAbortCutsTheRunbookShortAndRecordsEveryStep() {
        drill.abortAfter(Duration.ofSeconds(6));
        SamplePlan plan = step(new SamplePlan(), "promote", Map.of("takes", "20s"));
        step(plan, "check", Map.of());
        RunResult result = drill.run(plan.build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(ends())
                .containsExactlyInAnyOrder(
                        tuple("promote", StepOutcome.NOT_RUN, "runner", "cut short: the run went on to recovery"),
                        tuple("check", StepOutcome.NOT_RUN, "runner", "the run went on to recovery"));
        assertThat(ended("promote")).isEqualTo(Moment.START.plus(Duration.ofSeconds(6)));
    }

    @Test
    void recordsADeafStepThatAnAbortLeftBehind() {
        drill.abortAfter(Duration.ofSeconds(6));
        drill.run(step(new SamplePlan(), "promote", Map.of("takes", "1h", "deaf", true))
                .build());
        assertThat(ends())
                .containsExactly(
                        tuple("promote", StepOutcome.NOT_RUN, "runner", "cut short, and it did not stop when told to"));
    }

    @Test
    void skipsAManualStepNobodyIsThereFor() {
        SamplePlan plan = new SamplePlan().manualStep("decide", Unattended.SKIP);
        drill.run(step(plan, "promote", Map.of()).build());
        assertThat(ends())
                .containsExactly(
                        tuple("decide", StepOutcome.NOT_RUN, "runner", "nobody was there; declared for that: skip"),
                        tuple("promote", StepOutcome.DONE, "runner", "done"));
    }

    @Test
    void stopsAtAManualStepThatNeedsAPerson() {
        SamplePlan plan = new SamplePlan().manualStep("decide", Unattended.STOP);
        drill.run(step(plan, "promote", Map.of()).build());
        assertThat(ends())
                .containsExactly(
                        tuple("decide", StepOutcome.NOT_RUN, "runner", "nobody was there; declared for that: stop"),
                        tuple("promote", StepOutcome.NOT_RUN, "runner", "step 'decide' needs a person"));
    }

    @Test
    void recordsWhoConfirmedAManualStep() {
        drill.operator(new ScriptedOperator(drill.time, "jane", Duration.ofSeconds(3)));
        drill.run(new SamplePlan().manualStep("decide", Unattended.STOP).build());
        assertThat(ends()).containsExactly(tuple("decide", StepOutcome.DONE, "jane", "confirmed"));
        assertThat(ended("decide").minus(started("decide"))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aPersonWhoDoesNotAnswerTimesOut() {
        drill.watch.never().longest(Duration.ofMinutes(2));
        drill.operator(new ScriptedOperator(drill.time, "jane", Duration.ofHours(1)));
        drill.run(new SamplePlan().manualStep("decide", Unattended.STOP).build());
        assertThat(ends()).containsExactly(tuple("decide", StepOutcome.TIMED_OUT, "runner", "not done after 30 s"));
    }

    @Test
    void goesOnAfterAFailureThatMayHappen() {
        drill.run(step(new SamplePlan().failingStep("page", OnFailure.CONTINUE), "promote", Map.of())
                .build());
        assertThat(ends())
                .containsExactly(
                        tuple("page", StepOutcome.FAILED, "runner", "no luck"),
                        tuple("promote", StepOutcome.DONE, "runner", "done"));
    }

    @Test
    void goesOnWithTheStepThatIsMeantForAFailure() {
        SamplePlan plan = new SamplePlan().failingStep("promote", OnFailure.goTo("restore"));
        drill.run(step(step(plan, "point clients at it", Map.of()), "restore", Map.of())
                .build());
        assertThat(ends())
                .containsExactly(
                        tuple("promote", StepOutcome.FAILED, "runner", "no luck"),
                        tuple(
                                "point clients at it",
                                StepOutcome.NOT_RUN,
                                "runner",
                                "step 'promote' failed, and 'restore' is done instead"),
                        tuple("restore", StepOutcome.DONE, "runner", "done"));
    }
}
