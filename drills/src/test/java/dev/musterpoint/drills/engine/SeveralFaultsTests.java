package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.Moment;
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

/** Each fault of these drills takes 3 s to inject, and shows its effect 1 s later. */
class SeveralFaultsTests {
    private static final FaultOrder WITH_THE_FIRST = new FaultOrder(List.of(), Optional.of("primary dies"));

    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
        drill.fault.slow(Duration.ofSeconds(3));
        drill.effect.after(Duration.ofSeconds(1));
        drill.watch.confirmsAfter(Duration.ofSeconds(20));
    }

    private static FaultOrder after(String... names) {
        return new FaultOrder(List.of(names), Optional.empty());
    }

    private InjectionReturned call(int fault) {
        return drill.journal.facts(InjectionReturned.class).stream()
                .filter(call -> call.fault() == fault)
                .findFirst()
                .orElseThrow();
    }

    private Moment seen(int fault) {
        return drill.journal.facts(EffectSeen.class).stream()
                .filter(seen -> seen.fault() == fault)
                .findFirst()
                .orElseThrow()
                .returned();
    }

    @Test
    void injectsOneAfterAnotherUnlessToldOtherwise() {
        RunResult result = drill.run(
                new SamplePlan().alsoFault("standby", FaultOrder.IN_SEQUENCE).build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(call(2).started()).isGreaterThanOrEqualTo(seen(1));
    }

    @Test
    void injectsAtOnceWhatBelongsTogether() {
        RunResult result =
                drill.run(new SamplePlan().alsoFault("standby", WITH_THE_FIRST).build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(call(2).started()).isEqualTo(call(1).started());
        assertThat(call(2).returned()).isEqualTo(call(1).returned());
        assertThat(drill.fault.isStanding()).isFalse();
    }

    @Test
    void doesNotHoldUpWhatWaitsForSomethingElse() {
        drill.run(new SamplePlan()
                .alsoFault("b", after("primary dies"))
                .alsoFault("c", after("primary dies"))
                .alsoFault("d", after("b", "c"))
                .build());
        assertThat(call(2).started()).isEqualTo(call(3).started());
        assertThat(call(4).started()).isGreaterThanOrEqualTo(seen(2)).isGreaterThanOrEqualTo(seen(3));
    }

    @Test
    void injectsNothingMoreOnceOneHadNoEffect() {
        drill.effect.neverIn("db/b");
        RunResult result = drill.run(new SamplePlan()
                .alsoFault("b", WITH_THE_FIRST)
                .alsoFault("c", after("primary dies", "b"))
                .build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(drill.journal.facts(InjectionReturned.class)).hasSize(2);
    }

    @Test
    void undoesTheOthersWhenOneFails() {
        drill.fault.injectFailsIn("db/standby", "403 forbidden");
        RunResult result = drill.run(new SamplePlan()
                .alsoFault("standby", WITH_THE_FIRST)
                .alsoFault("c", FaultOrder.IN_SEQUENCE)
                .build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(result.detail()).isEqualTo("injecting 'standby' into db/standby failed: 403 forbidden");
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(drill.fault.isStanding()).isFalse();
        assertThat(call(1).error()).isNotEmpty();
        assertThat(drill.fault.calls().stream().filter(call -> call.equals("inject")))
                .hasSize(2);
    }

    @Test
    void anAbortCancelsAllThatAreOnTheirWay() {
        drill.fault.slow(Duration.ofMinutes(2));
        drill.abortAfter(Duration.ofSeconds(10));
        RunResult result =
                drill.run(new SamplePlan().alsoFault("standby", WITH_THE_FIRST).build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.ABORTED, CleanUp.CLEAN, "stopped by jane: enough"));
        assertThat(drill.journal.facts(InjectionReturned.class)).hasSize(2).allSatisfy(call -> assertThat(call.error())
                .isNotEmpty());
    }

    @Test
    void liftsAllWhenTheFirstMayStandNoLonger() {
        drill.watch.never();
        drill.run(new SamplePlan()
                .fault("noop", Duration.ofSeconds(8), Duration.ofSeconds(12))
                .alsoFault("standby", FaultOrder.IN_SEQUENCE)
                .build());
        Moment undone = drill.journal.entries().stream()
                .filter(entry -> entry.body() instanceof UndoStarted)
                .findFirst()
                .orElseThrow()
                .mono();
        assertThat(undone.minus(call(1).started())).isEqualTo(Duration.ofSeconds(12));
    }
}
