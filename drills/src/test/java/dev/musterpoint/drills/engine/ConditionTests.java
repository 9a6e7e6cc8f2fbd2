package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence.ConditionRead;
import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spec.FaultOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that are injected only if something holds. */
class ConditionTests {
    private static final String FIRST = "primary dies";
    private static final FaultOrder AFTER_THE_FIRST = new FaultOrder(List.of(FIRST), Optional.empty());

    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private List<ConditionRead> reads() {
        return drill.journal.facts(ConditionRead.class);
    }

    private List<Integer> injected() {
        return drill.journal.facts(InjectionReturned.class).stream()
                .map(InjectionReturned::fault)
                .toList();
    }

    @Test
    void injectsAFaultWhoseConditionHoldsAndSaysWhy() {
        RunResult result = drill.run(new SamplePlan().when(FIRST).build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(injected()).containsExactly(1);
        assertThat(reads()).containsExactly(new ConditionRead(1, "noop", Holds.YES, "it is so"));
        assertThat(drill.journal.facts(FaultSkipped.class)).isEmpty();
    }

    @Test
    void asksRightBeforeTheInjectionAndOnceForAllTargets() {
        drill.run(new SamplePlan().when(FIRST).alsoStandby().build());
        assertThat(injected()).containsExactly(1, 1);
        assertThat(drill.conditions.looks()).isEqualTo(2);
        List<Class<?>> order = drill.journal.entries().stream()
                .map(entry -> entry.body().getClass())
                .filter(kind -> List.of(ConditionRead.class, UndoPrepared.class, InjectionReturned.class)
                        .contains(kind))
                .<Class<?>>map(kind -> kind)
                .toList();
        assertThat(order)
                .containsSubsequence(ConditionRead.class, UndoPrepared.class, InjectionReturned.class)
                .containsOnlyOnce(ConditionRead.class);
    }

    @Test
    void doesNotEvenLookAtTheTargetsOfAFaultThatIsNotDue() {
        drill.conditions.answers(Holds.NO);
        drill.effect.already();
        RunResult result = drill.run(new SamplePlan().when(FIRST).build());
        assertThat(drill.effect.reads()).isZero();
        assertThat(drill.fault.calls()).isEmpty();
        assertThat(result)
                .isEqualTo(new RunResult(
                        RunOutcome.COMPLETED,
                        CleanUp.CLEAN,
                        "nothing was injected: 'primary dies' was skipped, for its condition did not hold: it is NO"));
    }

    @Test
    void skipsAFaultWhoseConditionChangedInTheLastMoment() {
        drill.conditions.answers(Holds.YES, Holds.NO);
        drill.run(new SamplePlan().when(FIRST).build());
        assertThat(injected()).isEmpty();
        assertThat(drill.fault.calls()).doesNotContain("inject");
        assertThat(reads()).containsExactly(new ConditionRead(1, "noop", Holds.NO, "it is NO"));
        assertThat(drill.journal.facts(FaultSkipped.class)).hasSize(1);
    }

    @Test
    void doesNotInjectWhenItCannotBeTold() {
        drill.conditions.answers(Holds.UNKNOWN);
        drill.run(new SamplePlan().when(FIRST).build());
        assertThat(injected()).isEmpty();
        assertThat(drill.journal.facts(FaultSkipped.class))
                .containsExactly(
                        new FaultSkipped(1, FIRST, "whether its condition holds could not be told: it is UNKNOWN"));
    }

    @Test
    void aFailureToTellIsNotKnown() {
        drill.conditions.failing("connection refused");
        drill.run(new SamplePlan().when(FIRST).build());
        assertThat(injected()).isEmpty();
        assertThat(reads()).containsExactly(new ConditionRead(1, "noop", Holds.UNKNOWN, "connection refused"));
    }

    @Test
    void silenceIsNotKnown() {
        drill.conditions.slow(Duration.ofMinutes(1));
        drill.run(new SamplePlan().when(FIRST).build());
        assertThat(injected()).isEmpty();
        assertThat(reads())
                .containsExactly(new ConditionRead(1, "noop", Holds.UNKNOWN, "there was no answer within 5 s"));
    }

    @Test
    void whatWaitsForASkippedFaultGoesOn() {
        drill.conditions.answers(Holds.NO);
        RunResult result = drill.run(
                new SamplePlan().when(FIRST).alsoFault("b", AFTER_THE_FIRST).build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(injected()).containsExactly(2);
        assertThat(drill.watch.skipped()).containsExactly(FIRST);
    }

    @Test
    void aSkippedFaultLeavesTheOthersStandingAndWatched() {
        drill.conditions.answers(Holds.NO);
        RunResult result = drill.run(
                new SamplePlan().alsoFault("b", AFTER_THE_FIRST).when("b").build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(injected()).containsExactly(1);
        assertThat(drill.watch.skipped()).containsExactly("b");
    }

    @Test
    void completesWithTheReasonsWhenAllAreSkipped() {
        drill.conditions.answers(Holds.NO, Holds.UNKNOWN);
        RunResult result = drill.run(new SamplePlan()
                .alsoFault("b", AFTER_THE_FIRST)
                .when(FIRST, "b")
                .workload()
                .build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(result.detail())
                .isEqualTo("nothing was injected: 'primary dies' was skipped, for its condition did not hold: it is NO;"
                        + " 'b' was skipped, for whether its condition holds could not be told: it is UNKNOWN");
        assertThat(drill.journal.facts(PhaseEntered.class))
                .extracting(PhaseEntered::phase)
                .contains(DrillPhase.INJECTING, DrillPhase.FINISHED);
    }

    @Test
    void anAbortWhileAskingInjectsNothing() {
        drill.conditions.slow(Duration.ofSeconds(4));
        drill.abortAfter(Duration.ofSeconds(5));
        RunResult result = drill.run(new SamplePlan().when(FIRST).build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(injected()).isEmpty();
    }
}
