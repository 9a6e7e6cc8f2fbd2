package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.Evidence.UndoEnded;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.FailingJournal;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Params;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private static SamplePlan plan() {
        return new SamplePlan()
                .around(StepStage.SETUP, "load the data", Params.NONE)
                .around(StepStage.TEARDOWN, "drop the data", Params.NONE);
    }

    private static Params params(String name, Object value) {
        return new Params(Map.of(name, value));
    }

    private List<Tuple> ends() {
        return drill.journal.facts(StepEnded.class).stream()
                .map(end -> tuple(end.stage(), end.step(), end.name(), end.outcome()))
                .toList();
    }

    private Moment first(Predicate<Evidence> which) {
        return drill.journal.entries().stream()
                .filter(entry -> which.test(entry.body()))
                .map(JournalEntry::mono)
                .findFirst()
                .orElseThrow();
    }

    private int index(Predicate<Evidence> which) {
        List<Evidence> facts = drill.journal.facts();
        for (int i = 0; i < facts.size(); i++) {
            if (which.test(facts.get(i))) {
                return i;
            }
        }
        throw new AssertionError("no such fact");
    }

    private static Predicate<Evidence> started(String step) {
        return fact -> fact instanceof StepStarted start && start.name().equals(step);
    }

    private static Predicate<Evidence> entered(DrillPhase phase) {
        return fact -> fact instanceof PhaseEntered entered && entered.phase() == phase;
    }

    @Test
    void setsUpBeforeTheBaselineAndTearsDownAfterTheFaultsRemoval() {
        RunResult result = drill.run(plan().build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(ends())
                .containsExactly(
                        tuple(StepStage.SETUP, 1, "load the data", StepOutcome.DONE),
                        tuple(StepStage.TEARDOWN, 1, "drop the data", StepOutcome.DONE));
        assertThat(index(started("load the data"))).isLessThan(index(entered(DrillPhase.BASELINE)));
        assertThat(index(started("drop the data"))).isGreaterThan(index(UndoEnded.class::isInstance));
    }

    @Test
    void tearsDownWhileTheSandboxIsStillThere() {
        drill.run(plan().build());
        Predicate<Evidence> removed =
                fact -> fact instanceof UndoEnded end && end.undo().equals("system-db");
        assertThat(index(started("drop the data"))).isLessThan(index(removed));
    }

    @Test
    void injectsNothingWhenTheSetupFailsAndTearsDown() {
        SamplePlan plan = new SamplePlan()
                .around(StepStage.SETUP, "load the data", params("fails", "no such file"))
                .around(StepStage.SETUP, "warm up", Params.NONE)
                .around(StepStage.TEARDOWN, "drop the data", Params.NONE);
        RunResult result = drill.run(plan.build());
        assertThat(result)
                .isEqualTo(new RunResult(
                        RunOutcome.FAILED,
                        CleanUp.CLEAN,
                        "nothing was injected: in the setup, step 'load the data' failed: no such file"));
        assertThat(drill.fault.calls()).isEmpty();
        assertThat(drill.journal.facts(InjectionReturned.class)).isEmpty();
        assertThat(ends())
                .containsExactly(
                        tuple(StepStage.SETUP, 1, "load the data", StepOutcome.FAILED),
                        tuple(StepStage.SETUP, 2, "warm up", StepOutcome.NOT_RUN),
                        tuple(StepStage.TEARDOWN, 1, "drop the data", StepOutcome.DONE));
    }

    @Test
    void anAbortCutsTheSetupShortAndTearsDown() {
        drill.abortAfter(Duration.ofSeconds(3));
        SamplePlan plan = new SamplePlan()
                .around(StepStage.SETUP, "load the data", params("takes", "20s"))
                .around(StepStage.TEARDOWN, "drop the data", params("takes", "2s"));
        RunResult result = drill.run(plan.build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(ends())
                .containsExactly(
                        tuple(StepStage.SETUP, 1, "load the data", StepOutcome.NOT_RUN),
                        tuple(StepStage.TEARDOWN, 1, "drop the data", StepOutcome.DONE));
        assertThat(first(started("drop the data"))).isEqualTo(Moment.START.plus(Duration.ofSeconds(3)));
    }

    @Test
    void triesEveryStepOfTheTeardownAndCallsTheRunDirtyWhenOneFails() {
        SamplePlan plan = new SamplePlan()
                .around(StepStage.TEARDOWN, "drop the data", params("fails", "in use"))
                .around(StepStage.TEARDOWN, "drop the role", Params.NONE);
        RunResult result = drill.run(plan.build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(result.cleanUp()).isNotEqualTo(CleanUp.CLEAN);
        assertThat(ends())
                .containsExactly(
                        tuple(StepStage.TEARDOWN, 1, "drop the data", StepOutcome.FAILED),
                        tuple(StepStage.TEARDOWN, 2, "drop the role", StepOutcome.DONE));
        assertThat(drill.journal.facts(Evidence.ProblemMet.class))
                .extracting(Evidence.ProblemMet::message)
                .anyMatch(message -> message.contains("do these steps of the drill's teardown: 'drop the data'"));
    }

    @Test
    void tearsDownAfterAFailure() {
        drill.fault.injectFails("no such process");
        assertThat(drill.run(plan().build()).outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(drill.steps.done()).containsExactly("load the data", "drop the data");
    }

    @Test
    void tearsDownThoughTheDiskIsFull() {
        drill.run(plan().build(), FailingJournal.at(drill.journal, InjectionReturned.class));
        assertThat(drill.steps.done()).containsExactly("load the data", "drop the data");
    }

    @Test
    void tearsNothingDownThatWasNeverSetUp() {
        drill.system.openFails(new IllegalStateException("no route"));
        drill.run(plan().build());
        assertThat(drill.steps.done()).isEmpty();
        assertThat(drill.journal.facts(StepEnded.class)).isEmpty();
    }

    @Test
    void givesUpATeardownStepThatPaysNoHeed() {
        SamplePlan plan = new SamplePlan()
                .around(StepStage.TEARDOWN, "drop the data", new Params(Map.of("takes", "1h", "deaf", true)))
                .around(StepStage.TEARDOWN, "drop the role", Params.NONE);
        drill.run(plan.build());
        assertThat(ends())
                .containsExactly(
                        tuple(StepStage.TEARDOWN, 1, "drop the data", StepOutcome.TIMED_OUT),
                        tuple(StepStage.TEARDOWN, 2, "drop the role", StepOutcome.DONE));
    }
}
