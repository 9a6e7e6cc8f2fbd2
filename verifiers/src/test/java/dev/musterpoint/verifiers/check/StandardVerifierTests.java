package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Evidence.BaselineSeen;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardVerifierTests {
    private static final Confirmation CONFIRM = new Confirmation(10, 1, Duration.ofSeconds(2));

    private static DrillPlan within(long ms) {
        return new SamplePlan()
                .recoversWithin(Duration.ofMillis(ms), CONFIRM)
                .workload()
                .build();
    }

    /** Down from the fault at 1,000 until 3,000, then back. */
    private static Story outage() {
        return Story.ofAFault().bad("write", 1000, 3000).good("write", 3000, 6000);
    }

    @Test
    void countsFromTheFaultToTheFirstGoodAnswer() {
        ObjectiveJudged judged = outage().watchedUntil(6000).first(within(5000));
        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(judged.measured()).contains(Interval.of(Duration.ofMillis(1940), Duration.ofMillis(2001)));
        assertThat(judged.arithmetic()).hasSize(4);
    }

    @Test
    void missesATargetBelowTheInterval() {
        assertThat(outage().watchedUntil(6000).first(within(1900)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void cannotTellInsideTheInterval() {
        assertThat(outage().watchedUntil(6000).first(within(1970)).verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void neverRecoversIfNeverBackBeyondTheTarget() {
        Story story = Story.ofAFault().bad("write", 1000, 6000).watchedUntil(6000);
        assertThat(story.first(within(2000)).verdict()).isEqualTo(Verdict.NOT_RECOVERED);
        assertThat(story.first(within(8000)).verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void needsTheEffectToBeProven() {
        Story story = new Story()
                .good("write", 0, 1000)
                .steady(0, 990)
                .askedFor(1, 1000, UndoKind.NONE)
                .bad("write", 1000, 3000)
                .good("write", 3000, 6000)
                .watchedUntil(6000);
        assertThat(story.first(within(1000)).verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(story.issues(within(1000))).contains("NO_EFFECT");
    }

    @Test
    void aFaultNeverAskedForTestsNothing() {
        Story story = new Story().good("write", 0, 6000).steady(0, 990).watchedUntil(6000);
        assertThat(story.first(within(5000)).verdict()).isEqualTo(Verdict.NO_EFFECT);
    }

    @Test
    void refusesABaselineTheEngineFoundUnsteady() {
        Story story = new Story()
                .good("write", 0, 1000)
                .fact(990, new BaselineSeen(false, Story.at(0), Story.at(990), "replication lags"))
                .fault(1, 1000, 1010, UndoKind.NONE)
                .good("write", 1000, 6000)
                .watchedUntil(6000);
        ObjectiveJudged judged = story.first(within(5000));
        assertThat(judged.verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(judged.because()).contains("replication lags");
        assertThat(judged.measured()).isEmpty();
    }

    @Test
    void refusesAFailureBeforeTheFaultWhateverTheEngineSaid() {
        Story story = outage().watchedUntil(6000);
        story.evidence.observation("write", Story.observation(520, 520, 521, AnswerKind.ERROR));
        ObjectiveJudged judged = story.first(within(5000));
        assertThat(judged.verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(judged.because()).contains("1 of 21 requests failed before the fault");
    }

    @Test
    void doesNotTakeRemovalForRecovery() {
        Story story = new Story()
                .good("write", 0, 1000)
                .steady(0, 990)
                .fault(1, 1000, 1010, UndoKind.AUTO)
                .bad("write", 1000, 3000)
                .fact(2990, new UndoStarted("undo-1", "held for long enough"))
                .good("write", 3000, 6000)
                .watchedUntil(6000);
        assertThat(story.first(within(5000)).verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(story.issues(within(5000))).contains("RECOVERED_BY_REMOVAL");
        assertThat(story.first(within(1000)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void undoingWhatIsNotTheFaultIsNoRemoval() {
        Story story = outage().fact(2990, new UndoStarted("undo-1", "nothing of ours stays behind"));
        assertThat(story.watchedUntil(6000).first(within(5000)).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void tellsOfARelapse() {
        Story story =
                outage().bad("write", 6000, 7000).good("write", 7000, 10_000).watchedUntil(10_000);
        assertThat(story.issues(within(7000))).contains("RELAPSED");
        assertThat(story.first(within(7000)).verdict()).isEqualTo(Verdict.MET);
        assertThat(story.first(within(5000)).verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(story.first(within(5000)).measured())
                .contains(Interval.of(Duration.ofMillis(1940), Duration.ofMillis(2001)));
    }

    @Test
    void aHoleAfterRecoveryCouldHideARelapse() {
        Story story = outage().good("write", 7000, 10_000).watchedUntil(10_000);
        assertThat(story.first(within(5000)).verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(story.first(within(6500)).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aMissedLaneIsMissedBesideOneThatCannotBeJudged() {
        Objective both = new Objective.RecoveryTime(
                "both",
                Duration.ofMillis(1000),
                List.of("write", "pool"),
                FailureMode.TOTAL,
                CONFIRM,
                Optional.empty());
        DrillPlan two =
                new SamplePlan().alsoProbe(named("pool")).objective(both).build();
        ObjectiveJudged judged = outage().watchedUntil(6000).first(two);
        assertThat(judged.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(judged.measured()).contains(Interval.atLeast(Duration.ofMillis(1940)));
    }

    private static ProbeSpec named(String name) {
        ProbeSpec write = new SamplePlan().build().spec().probes().get("write");
        return new ProbeSpec(
                name,
                write.type(),
                write.system(),
                write.every(),
                write.timeout(),
                write.latencyBelow(),
                write.perTick(),
                write.inFlight(),
                write.params());
    }

    @Test
    void saysHowShortAnOutageWouldHaveToBeToHide() {
        Story story = Story.ofAFault().good("write", 1000, 36_000).watchedUntil(36_000);
        ObjectiveJudged judged = story.first(within(5000));
        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(judged.because()).contains("no outage was seen").contains("51 ms");
    }

    @Test
    void doesNotCallItNoOutageWhenWatchingEndedEarly() {
        Story story = Story.ofAFault().good("write", 1000, 6000).watchedUntil(6000);
        assertThat(story.first(within(5000)).verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void judgesALaneWithoutObservationsAsInvalid() {
        Story story = Story.ofAFault().watchedUntil(6000);
        assertThat(story.first(within(5000)).verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(story.issues(within(5000))).contains("NOTHING_RECORDED");
    }

    @Test
    void sumsUpTheLane() {
        LaneSeen seen = outage().watchedUntil(6000).judged(within(5000)).stream()
                .filter(LaneSeen.class::isInstance)
                .map(LaneSeen.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(seen.observations()).isEqualTo(120);
        assertThat(seen.good()).isEqualTo(80);
        assertThat(seen.bad()).isEqualTo(40);
        assertThat(seen.outages()).hasSize(1);
        assertThat(seen.outages().get(0).length())
                .isEqualTo(Interval.of(Duration.ofMillis(1949), Duration.ofMillis(2051)));
        assertThat(seen.totalDowntime()).isEqualTo(seen.longestOutage());
        assertThat(seen.before().answers()).isEqualTo(20);
        assertThat(seen.during().answers()).isZero();
        assertThat(seen.after().p99()).contains(Duration.ofMillis(1));
    }

    @Test
    void namesItsRuleset() {
        assertThat(new StandardVerifier().ruleset()).isEqualTo("2026-11");
    }
}
