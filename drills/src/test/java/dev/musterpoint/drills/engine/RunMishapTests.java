package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.AbortRequested;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.kit.FailingJournal;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a run, what it changed is undone. */
class RunMishapTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory.resolve("run"));
    }

    private void assertUndone() {
        assertThat(drill.fault.isStanding()).as("the fault stands").isFalse();
        assertThat(drill.system.isOpen()).as("the sandbox is there").isFalse();
        assertThat(drill.workload.hasTable() && !drill.system.calls().contains("open"))
                .as("the table is there")
                .isFalse();
    }

    private void assertEnded(RunResult result, RunOutcome outcome) {
        assertThat(result.outcome()).as(result.detail()).isEqualTo(outcome);
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
        List<Evidence> facts = drill.journal.facts();
        assertThat(facts.get(facts.size() - 1)).isEqualTo(new RunEnded(outcome, CleanUp.CLEAN, result.detail()));
        assertUndone();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECKING", "BASELINE", "INJECTING", "RESPONDING"})
    void undoesWhenAbortedInAnyPhase(DrillPhase phase) {
        drill.system.slow(Duration.ofSeconds(1));
        drill.fault.slow(Duration.ofSeconds(1));
        drill.watch.confirmsAfter(Duration.ofSeconds(10));
        NoopDrill rehearsal = new NoopDrill(directory.resolve("rehearsal"));
        rehearsal.system.slow(Duration.ofSeconds(1));
        rehearsal.fault.slow(Duration.ofSeconds(1));
        rehearsal.run(new SamplePlan().workload().build());
        Moment entered = rehearsal.journal.entries().stream()
                .filter(entry -> entry.body() instanceof PhaseEntered e && e.phase() == phase)
                .map(JournalEntry::mono)
                .findFirst()
                .orElseThrow();
        drill.abortAfter(entered.minus(Moment.START).plusMillis(500));
        RunResult result = drill.run(new SamplePlan().workload().build());
        assertEnded(result, RunOutcome.ABORTED);
        assertThat(result.detail()).isEqualTo("stopped by jane: enough");
        assertThat(drill.journal.facts(AbortRequested.class)).hasSize(1);
        List<DrillPhase> phases = drill.journal.facts(PhaseEntered.class).stream()
                .map(PhaseEntered::phase)
                .toList();
        assertThat(phases.get(phases.indexOf(DrillPhase.RECOVERING) - 1)).isEqualTo(phase);
    }

    @Test
    void anAbortCancelsASlowInjectionAtOnce() {
        drill.fault.slow(Duration.ofMinutes(2));
        drill.abortAfter(Duration.ofSeconds(10));
        RunResult result = drill.run(new SamplePlan().build());
        assertEnded(result, RunOutcome.ABORTED);
        assertThat(undoStarted()).isEqualTo(Moment.START.plus(Duration.ofSeconds(10)));
        assertThat(drill.journal.facts(InjectionReturned.class).get(0).error()).isNotEmpty();
    }

    private Moment undoStarted() {
        return drill.journal.entries().stream()
                .filter(entry -> entry.body() instanceof UndoStarted)
                .findFirst()
                .orElseThrow()
                .mono();
    }

    @Test
    void undoesWithoutWaitingForAnInjectorThatDoesNotListenAndUndoesAgain() {
        drill.fault.deaf(Duration.ofSeconds(21));
        drill.abortAfter(Duration.ofSeconds(10));
        drill.workload.slowStop(Duration.ofSeconds(30));
        RunResult result = drill.run(new SamplePlan().workload().build());
        assertThat(undoStarted()).isEqualTo(Moment.START.plus(Duration.ofSeconds(15)));
        assertThat(drill.fault.calls().stream().filter(call -> call.startsWith("recover")))
                .hasSize(2);
        assertEnded(result, RunOutcome.ABORTED);
    }

    @Test
    void doesNotCallCleanWhatIsStillBeingMade() {
        drill.fault.deaf(Duration.ofHours(1));
        drill.abortAfter(Duration.ofSeconds(10));
        RunResult result = drill.run(new SamplePlan().build());
        assertThat(result.cleanUp()).isEqualTo(CleanUp.UNKNOWN);
        List<ResidueInspected> seen = drill.journal.facts(ResidueInspected.class);
        assertThat(seen).anySatisfy(fact -> assertThat(fact.residue().detail()).contains("had not let go"));
    }

    @Test
    void givesUpAnInjectionThatTakesLongerThanTheFaultMayStand() {
        drill.fault.slow(Duration.ofMinutes(10));
        RunResult result = drill.run(new SamplePlan()
                .fault("noop", Duration.ofSeconds(5), Duration.ofSeconds(20))
                .build());
        assertEnded(result, RunOutcome.FAILED);
        assertThat(result.detail()).contains("longer than a fault may stand");
        Moment began = drill.journal.facts(InjectionReturned.class).get(0).started();
        assertThat(undoStarted().minus(began)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void undoesAnInjectionThatFailed() {
        drill.fault.injectFails("403 forbidden");
        RunResult result = drill.run(new SamplePlan().build());
        assertEnded(result, RunOutcome.FAILED);
        assertThat(result.detail()).contains("primary dies", "db/primary", "403 forbidden");
    }

    @Test
    void undoesAnInjectionThatFailedHalfWay() {
        drill.fault.halfFails("connection reset");
        assertEnded(drill.run(new SamplePlan().build()), RunOutcome.FAILED);
        assertThat(drill.fault.calls()).contains("recover fault-1-db/primary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"injector", "prepare", "inject"})
    void survivesAnyExceptionAndErrorOfAnInjector(String method) {
        drill.fault.throwing(method, new IllegalStateException("broken"));
        RunResult result = drill.run(new SamplePlan().workload().build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(result.detail()).contains("broken");
        assertUndone();
        NoopDrill other = new NoopDrill(directory.resolve("error"));
        other.fault.throwing(method, new NoClassDefFoundError("com/example/Client"));
        RunResult failed = other.run(new SamplePlan().workload().build());
        assertThat(failed.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(failed.detail()).contains("com/example/Client");
        assertThat(other.system.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recover", "inspect", "inFlight"})
    void oneRecordThatCannotBeUndoneKeepsNoneOfTheOthersInPlace(String method) {
        drill.fault.throwing(method, new NoClassDefFoundError("com/example/Client"));
        RunResult result = drill.run(new SamplePlan().build());
        assertThat(drill.system.isOpen()).isFalse();
        assertThat(result.cleanUp()).isNotEqualTo(CleanUp.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"workload", "prepare", "create", "start", "stop", "readBack", "close"})
    void survivesAnyExceptionOfAWorkload(String method) {
        drill.system.existing();
        drill.workload.throwing(method, new IllegalStateException("broken"));
        RunResult result = drill.run(new SamplePlan().workload().build());
        assertThat(drill.fault.isStanding()).isFalse();
        assertThat(drill.workload.hasTable()).isFalse();
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
        List<Evidence> facts = drill.journal.facts();
        assertThat(facts.get(facts.size() - 1)).isInstanceOf(RunEnded.class);
    }

    @Test
    void survivesEveryOtherPort() {
        List<Consumer<NoopDrill>> mishaps = List.of(
                d -> d.system.openFails(new IllegalStateException("no route to host")),
                d -> d.system.openFails(new NoClassDefFoundError("com/example/Client")),
                d -> d.guard.failing(new IllegalStateException("the watchdog did not come up")),
                d -> d.effect.throwing(new NoClassDefFoundError("com/example/Reader")),
                d -> d.watch.throwing(new IllegalStateException("the watch broke")),
                d -> d.service(start -> {
                    throw new IllegalStateException("the scheduler broke");
                }));
        List<RunOutcome> outcomes = new ArrayList<>();
        for (Consumer<NoopDrill> mishap : mishaps) {
            drill = new NoopDrill(directory.resolve("mishap-" + outcomes.size()));
            mishap.accept(drill);
            RunResult result = drill.run(new SamplePlan().build());
            outcomes.add(result.outcome());
            assertThat(result.detail()).isNotBlank();
            assertUndone();
        }
        assertThat(outcomes).containsOnly(RunOutcome.FAILED);
    }

    @Test
    void undoesEverythingWhereverTheJournalStopsTakingFacts() {
        drill.run(new SamplePlan().workload().build());
        int facts = drill.journal.facts().size();
        for (int taken = 0; taken < facts; taken++) {
            drill = new NoopDrill(directory.resolve("full-" + taken));
            RunResult result =
                    drill.run(new SamplePlan().workload().build(), FailingJournal.after(drill.journal, taken));
            assertThat(result.outcome()).as("after %d facts", taken).isEqualTo(RunOutcome.FAILED);
            assertThat(result.cleanUp()).as("after %d facts", taken).isEqualTo(CleanUp.CLEAN);
            assertThat(drill.journal.facts()).hasSize(taken);
            assertUndone();
        }
    }

    @Test
    void aFailureWhileOneClientIsStoppedKeepsNoOtherFromBeingStopped() {
        drill.workload.slowStop(Duration.ofSeconds(30));
        drill.abortAfter(Duration.ofSeconds(10));
        drill.time.after(Duration.ofSeconds(20), () -> {
            throw new UncheckedIOException(new IOException("cannot write to observations/write.jsonl"));
        });
        drill.run(new SamplePlan().workload().build());
        assertThat(drill.arePausesWatched()).isFalse();
        assertUndone();
    }

    @Test
    void triesAgainWithBackOffUntilItIsUndone() {
        drill.fault.recoverFails(3);
        RunResult result = drill.run(new SamplePlan().build());
        assertEnded(result, RunOutcome.COMPLETED);
        List<Evidence.UndoEnded> ends = drill.journal.facts(Evidence.UndoEnded.class).stream()
                .filter(end -> end.undo().startsWith("fault"))
                .toList();
        assertThat(ends)
                .extracting(Evidence.UndoEnded::error)
                .containsExactly("the API answered 500", "the API answered 500", "the API answered 500", "");
    }

    @Test
    void saysThatItIsDirtyWhenTheFaultStays() {
        drill.fault.stuck();
        RunResult result = drill.run(new SamplePlan().build());
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.DIRTY, ""));
        assertThat(drill.journal.facts(Evidence.ProblemMet.class).get(0).message())
                .contains("9 attempts", "it still stands", "undo it by hand: noop --undo db/primary");
        assertThat(drill.system.isOpen()).isFalse();
    }

    @Test
    void looksAgainOnceNoRequestCanBeOnItsWay() {
        drill.fault.inFlightFor(Duration.ofSeconds(3));
        drill.run(new SamplePlan().build());
        List<Moment> looks = drill.journal.entries().stream()
                .filter(entry -> entry.body() instanceof ResidueInspected seen
                        && seen.undo().startsWith("fault"))
                .map(JournalEntry::mono)
                .toList();
        assertThat(looks).hasSize(2);
        assertThat(looks.get(1).minus(looks.get(0))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void undoesAgainWhatALateRequestPutBack() {
        drill.fault.inFlightFor(Duration.ofSeconds(3)).lateRequestAfterRecover(Duration.ofSeconds(1));
        RunResult result = drill.run(new SamplePlan().build());
        assertEnded(result, RunOutcome.COMPLETED);
        assertThat(drill.fault.calls().stream().filter(call -> call.startsWith("recover")))
                .hasSize(2);
    }

    @Test
    void anUndoThatHangsKeepsNoOtherFromBeingUndoneAndIsReportedAsLeft() {
        drill.fault.recoverHangsIn("db/standby");
        RunResult result = drill.run(new SamplePlan().alsoStandby().build());
        assertThat(drill.fault.since("db/primary")).as("the other one").isEmpty();
        assertThat(drill.system.isOpen()).as("the sandbox is there").isFalse();
        assertThat(result.cleanUp()).isNotEqualTo(CleanUp.CLEAN);
        assertThat(drill.fault.calls().stream().filter(call -> call.startsWith("recover fault-1-db/standby")))
                .as("tried once for the faults and once for all that is left")
                .hasSize(2);
        assertThat(drill.journal.facts(Evidence.ProblemMet.class)).anySatisfy(problem -> assertThat(problem.message())
                .contains("had not come back after")
                .endsWith("undo it by hand: noop --undo db/standby"));
    }

    @Test
    void noFaultWaitsForTheProofThatAnotherIsGone() {
        drill.fault.inFlightFor(Duration.ofSeconds(3));
        RunResult result = drill.run(new SamplePlan().alsoStandby().build());
        assertEnded(result, RunOutcome.COMPLETED);
        List<Moment> undone = drill.journal.entries().stream()
                .filter(entry -> entry.body() instanceof Evidence.UndoEnded end
                        && end.undo().startsWith("fault-"))
                .map(JournalEntry::mono)
                .toList();
        assertThat(undone).hasSize(2);
        assertThat(undone.get(1)).isEqualTo(undone.get(0));
        assertThat(drill.fault.calls().stream().filter(call -> call.startsWith("inspect")))
                .as("each twice")
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT1H"})
    void settingTheWallClockChangesNoFact(Duration step) {
        drill.watch.confirmsAfter(Duration.ofSeconds(10));
        NoopDrill undisturbed = new NoopDrill(directory.resolve("undisturbed"));
        undisturbed.watch.confirmsAfter(Duration.ofSeconds(10));
        undisturbed.run(new SamplePlan().workload().build());
        drill.time.setWallAfter(Duration.ofSeconds(6), step);
        assertEnded(drill.run(new SamplePlan().workload().build()), RunOutcome.COMPLETED);
        assertThat(drill.journal.facts()).isEqualTo(undisturbed.journal.facts());
        assertThat(drill.journal.entries())
                .extracting(JournalEntry::mono)
                .isEqualTo(undisturbed.journal.entries().stream()
                        .map(JournalEntry::mono)
                        .toList());
    }
}
