package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ClockChanged;
import dev.musterpoint.drills.evidence.Evidence.EffectNotSeen;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Evidence.ProbingStarted;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.Evidence.WatchEnded;
import dev.musterpoint.drills.evidence.Evidence.WatchdogReady;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.kit.FailingJournal;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillRunTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private List<DrillPhase> phases() {
        return drill.journal.facts(PhaseEntered.class).stream()
                .map(PhaseEntered::phase)
                .toList();
    }

    private <T extends Evidence> T only(Class<T> kind) {
        assertThat(drill.journal.facts(kind)).hasSize(1);
        return drill.journal.facts(kind).get(0);
    }

    private Moment when(Class<? extends Evidence> kind) {
        return drill.journal.entries().stream()
                .filter(entry -> kind.isInstance(entry.body()))
                .findFirst()
                .orElseThrow()
                .mono();
    }

    @Test
    void goesThroughItsPhasesInOrder() {
        RunResult result = drill.run(new SamplePlan().workload().build());
        assertThat(phases())
                .containsExactly(
                        DrillPhase.CHECKING,
                        DrillPhase.BASELINE,
                        DrillPhase.INJECTING,
                        DrillPhase.RESPONDING,
                        DrillPhase.RECOVERING,
                        DrillPhase.STABILISING,
                        DrillPhase.FINISHED);
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(only(RunEnded.class)).isEqualTo(new RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        assertThat(drill.fault.calls())
                .containsExactly("prepare", "inject", "recover fault-1-db/primary", "inspect fault-1-db/primary");
    }

    @Test
    void givesTheSameRunEveryTime() {
        drill.run(new SamplePlan().workload().build());
        List<Evidence> first = drill.journal.facts();
        NoopDrill again = new NoopDrill(directory.resolve("again"));
        again.run(new SamplePlan().workload().build());
        assertThat(again.journal.facts()).isEqualTo(first);
    }

    @Test
    void startsTheWatchdogBeforeAnythingIsChanged() {
        drill.run(new SamplePlan().build());
        List<Evidence> facts = drill.journal.facts();
        assertThat(facts.indexOf(only(WatchdogReady.class)))
                .isLessThan(
                        facts.indexOf(drill.journal.facts(UndoPrepared.class).get(0)));
    }

    @Test
    void isRefusedBeforeAnythingElseWhenAnotherRunHoldsWhatItClaims() {
        List<String> claimed = new ArrayList<>();
        RunResult result = drill.claiming(claims -> {
                    claims.forEach(claim -> claimed.add(claim.toString()));
                    return Optional.of("service 'sample' is held by run x");
                })
                .run(new SamplePlan().workload().build());
        assertThat(claimed).containsExactly("service 'sample'");
        assertThat(result)
                .isEqualTo(new RunResult(
                        RunOutcome.REFUSED, CleanUp.CLEAN, "nothing was done: service 'sample' is held by run x"));
        assertThat(drill.guard.isStarted()).isFalse();
        assertThat(drill.system.calls()).isEmpty();
    }

    @Test
    void writesDownWhatAProbeWillLeaveBeforeItAsksAndRemovesIt() {
        drill.system.existing();
        drill.probes.leavesTraces();
        RunResult result = drill.run(new SamplePlan().build());
        List<Evidence> facts = drill.journal.facts();
        UndoPrepared prepared = drill.journal.facts(UndoPrepared.class).get(0);
        assertThat(prepared.undo().id()).isEqualTo("probe-write");
        assertThat(facts.indexOf(prepared)).isLessThan(facts.indexOf(only(ProbingStarted.class)));
        assertThat(drill.probes.traces()).isEmpty();
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void aTraceInASandboxGoesWithIt() {
        drill.probes.leavesTraces();
        drill.run(new SamplePlan().build());
        assertThat(drill.journal.facts(UndoPrepared.class))
                .noneMatch(prepared -> prepared.undo().id().startsWith("probe-"));
    }

    @Test
    void doesNotProbeWhatItCouldNotWriteDown() {
        drill.system.existing();
        drill.probes.leavesTraces();
        drill.run(new SamplePlan().build(), FailingJournal.at(drill.journal, UndoPrepared.class));
        assertThat(drill.probes.traces()).isEmpty();
        assertThat(drill.journal.facts(ProbingStarted.class)).isEmpty();
    }

    @Test
    void makesTheUndoRecordDurableBeforeItInjects() {
        RunResult result =
                drill.run(new SamplePlan().build(), FailingJournal.at(drill.journal, Evidence.BaselineSeen.class));
        assertThat(result.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(drill.fault.calls()).isEmpty();
        assertThat(drill.system.isOpen()).isFalse();
    }

    @Test
    void doesNotInjectWhenTheUndoRecordCannotBeWritten() {
        drill.system.existing();
        RunResult result = drill.run(new SamplePlan().build(), FailingJournal.at(drill.journal, UndoPrepared.class));
        assertThat(drill.fault.calls()).containsExactly("prepare");
        assertThat(result.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void doesNotOpenASandboxWhoseRemovalCannotBeWrittenDown() {
        drill.run(new SamplePlan().build(), FailingJournal.at(drill.journal, UndoPrepared.class));
        assertThat(drill.system.calls()).containsExactly("prepare");
    }

    @Test
    void liftsTheFaultWhenItMayStandNoLonger() {
        drill.watch.never();
        RunResult result = drill.run(new SamplePlan()
                .fault("noop", Duration.ofSeconds(1), Duration.ofSeconds(7))
                .build());
        Moment injected = only(InjectionReturned.class).started();
        assertThat(when(UndoStarted.class).minus(injected)).isEqualTo(Duration.ofSeconds(7));
        assertThat(only(WatchEnded.class)).isEqualTo(new WatchEnded(false, "the fault may stand no longer"));
        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(drill.fault.isStanding()).isFalse();
    }

    @Test
    void countsFromWhenTheInjectorBeginsToAct() {
        drill.fault.readyAfter(Duration.ofMillis(40)).slow(Duration.ofMillis(2));
        drill.run(new SamplePlan().build());
        InjectionReturned injected = only(InjectionReturned.class);
        assertThat(injected.returned().minus(injected.started())).isEqualTo(Duration.ofMillis(2));
    }

    private Duration effectAfterInjection() {
        return only(EffectSeen.class)
                .returned()
                .minus(only(InjectionReturned.class).returned());
    }

    @Test
    void countsTheEffectFromTheFirstReadThatSawTheFaultAct() {
        drill.effect.after(Duration.ofMillis(30)).acting(Duration.ofMillis(10), Duration.ofMillis(30));
        drill.run(new SamplePlan().build());
        assertThat(effectAfterInjection()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void doesNotCountTheEffectFromAReadAfterWhichTheTargetCameBack() {
        drill.effect.after(Duration.ofMillis(30)).acting(Duration.ofMillis(10), Duration.ofMillis(20));
        drill.run(new SamplePlan().build());
        assertThat(effectAfterInjection()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void aFaultThatOnlyActsHasHadNoEffect() {
        drill.effect.never().acting(Duration.ZERO, Duration.ofHours(1));
        drill.run(new SamplePlan().build());
        assertThat(drill.journal.facts(EffectSeen.class)).isEmpty();
        assertThat(drill.journal.facts(EffectNotSeen.class)).hasSize(1);
    }

    @Test
    void noticesThatTheMachineSlept() {
        drill.time.sleepAfter(Duration.ofSeconds(1));
        drill.run(new SamplePlan().build());
        assertThat(only(ClockChanged.class).now().suspends()).isEqualTo(1);
    }

    @Test
    void stopsWatchingAtTheDeadline() {
        drill.watch.never().longest(Duration.ofSeconds(11));
        drill.run(new SamplePlan().build());
        Moment injected = only(InjectionReturned.class).started();
        assertThat(when(WatchEnded.class).minus(injected)).isEqualTo(Duration.ofSeconds(11));
        assertThat(only(WatchEnded.class)).isEqualTo(new WatchEnded(false, "the deadline has passed"));
    }

    @Test
    void doesNotWatchForRecoveryFromWhatHadNoEffect() {
        drill.effect.never();
        RunResult result = drill.run(new SamplePlan().build());
        assertThat(only(EffectNotSeen.class).detail()).isEqualTo("it stands");
        assertThat(drill.journal.facts(EffectSeen.class)).isEmpty();
        assertThat(only(WatchEnded.class).confirmed()).isFalse();
        assertThat(only(WatchEnded.class).reason()).contains("effect was not seen");
        assertThat(result).isEqualTo(new RunResult(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
    }

    @Test
    void bracketsTheEffectByTheReadThatSawIt() {
        drill.effect.after(Duration.ofMillis(40));
        drill.run(new SamplePlan().build());
        EffectSeen seen = only(EffectSeen.class);
        Duration later = seen.returned().minus(only(InjectionReturned.class).started());
        assertThat(later).isBetween(Duration.ofMillis(40), Duration.ofMillis(41));
    }

    @Test
    void refusesATargetThatIsBrokenAlready() {
        drill.effect.already();
        RunResult result = drill.run(new SamplePlan().build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(result.detail()).contains("db/primary", "already so before the fault");
        assertThat(drill.fault.calls()).containsExactly("prepare");
        assertThat(drill.system.isOpen()).isFalse();
    }

    @Test
    void refusesAFaultWhoseEffectNobodyCanProve() {
        drill.effect.unprovable();
        RunResult result = drill.run(new SamplePlan().build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(result.detail()).contains("nobody can prove");
        assertThat(drill.system.calls()).isEmpty();
    }

    @Test
    void doesNotInjectIntoAnUnsteadyService() {
        drill.watch.unsteady("write: 2 failures");
        RunResult result = drill.run(new SamplePlan().build());
        assertThat(drill.fault.calls()).isEmpty();
        assertThat(result.detail()).contains("nothing was injected", "write: 2 failures");
        assertThat(only(Evidence.BaselineSeen.class).steady()).isFalse();
        assertThat(phases()).doesNotContain(DrillPhase.INJECTING);
        assertThat(drill.system.isOpen()).isFalse();
    }

    @Test
    void readsBackAgainOnceTheFaultIsLifted() {
        drill.run(new SamplePlan().workload().build());
        assertThat(drill.journal.facts(ReadBackTaken.class))
                .extracting(ReadBackTaken::ordinal, ReadBackTaken::error)
                .containsExactly(tuple(1, ""), tuple(2, ""));
        List<Evidence> facts = drill.journal.facts();
        assertThat(facts.indexOf(only(UndoStarted.class, "fault-1-db/primary")))
                .isLessThan(
                        facts.indexOf(drill.journal.facts(ReadBackTaken.class).get(1)));
    }

    private UndoStarted only(Class<UndoStarted> kind, String undo) {
        return drill.journal.facts(kind).stream()
                .filter(fact -> fact.undo().equals(undo))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsBackOnceWhereNothingIsUndone() {
        drill.fault.kind(UndoKind.NONE);
        drill.run(new SamplePlan().workload().build());
        assertThat(drill.journal.facts(ReadBackTaken.class)).hasSize(1);
        assertThat(drill.fault.calls()).containsExactly("prepare", "inject");
    }

    @Test
    void closesEveryStreamAndNamesItInTheJournal() {
        drill.run(new SamplePlan().workload().build());
        assertThat(drill.journal.facts(SegmentClosed.class))
                .extracting(SegmentClosed::path)
                .containsExactlyInAnyOrder(
                        "observations/_pauses.jsonl",
                        "observations/write.jsonl",
                        "ledger/ledger.jsonl",
                        "ledger/ledger-read-back-1.jsonl",
                        "ledger/ledger-read-back-2.jsonl");
        assertThat(drill.run.files())
                .containsAll(drill.journal.facts(SegmentClosed.class).stream()
                        .map(SegmentClosed::path)
                        .toList());
    }

    @Test
    void tellsTheWatchWhatTheProbesSee() {
        drill.run(new SamplePlan().build());
        assertThat(drill.watch.observed()).hasSizeGreaterThan(40);
    }

    @Test
    void injectsIntoEveryTargetAndUndoesTheLastFirst() {
        RunResult result = drill.run(new SamplePlan().alsoStandby().build());
        assertThat(drill.fault.calls())
                .containsExactly(
                        "prepare",
                        "inject",
                        "prepare",
                        "inject",
                        "recover fault-1-db/standby",
                        "inspect fault-1-db/standby",
                        "recover fault-1-db/primary",
                        "inspect fault-1-db/primary");
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
    }
}
