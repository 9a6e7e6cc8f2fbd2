package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Evidence.ProbingStarted;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity.Bounds;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A probe every 50 ms: 20 attempts in the baseline from 0 to 1,000, and 100 in the five seconds after the fault. */
class WindowCheckTests {
    private static Story story() {
        return Story.ofAFault().fact(0, new ProbingStarted("write", Story.at(0), Duration.ofMillis(50), 1));
    }

    private static DrillPlan plan(Objective objective) {
        return new SamplePlan()
                .workload()
                .objective(objective)
                .timing(new Timing(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        Timing.DEFAULT_PAUSE_THRESHOLD,
                        Timing.DEFAULT_PAUSE_TICK))
                .build();
    }

    private static ObjectiveJudged available(Story story, double atLeast, During during) {
        return story.first(plan(new Objective.Availability("holds", new Share(atLeast), "write", during)));
    }

    private static Bounds measured(ObjectiveJudged judged) {
        return judged.quantity().orElseThrow().measured().orElseThrow();
    }

    private static Story fiveOfAHundredBad() {
        return story().bad("write", 1000, 1250).good("write", 1250, 7000).watchedUntil(7000);
    }

    @Test
    void countsTheAttemptsDueInTheWindow() {
        ObjectiveJudged judged = available(fiveOfAHundredBad(), 0.95, During.FAULT);

        assertThat(measured(judged)).isEqualTo(Bounds.of(0.95, 0.95));
        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(judged.arithmetic()).contains("100 attempts due: 95 good, 5 bad, 0 unknown");
        assertThat(available(fiveOfAHundredBad(), 0.951, During.FAULT).verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void showsWhatItWasInTheBaselineBesideWhatItIsDuringTheFault() {
        assertThat(available(fiveOfAHundredBad(), 0.95, During.FAULT).arithmetic())
                .contains("for comparison, in the baseline: 100 %");
        assertThat(available(fiveOfAHundredBad(), 0.95, During.BASELINE).arithmetic())
                .noneMatch(line -> line.startsWith("for comparison"));
    }

    @Test
    void countsBaselineAndFaultAsOneForTheRun() {
        assertThat(measured(available(fiveOfAHundredBad(), 0.95, During.RUN)))
                .isEqualTo(Bounds.of(115 / 120.0, 115 / 120.0));
        assertThat(measured(available(fiveOfAHundredBad(), 0.95, During.BASELINE)))
                .isEqualTo(Bounds.of(1, 1));
    }

    @Test
    void takesWhatWasNeverProbedForUnknown() {
        Story story = story().good("write", 1000, 5900).watchedUntil(5900);

        assertThat(measured(available(story, 0.99, During.FAULT))).isEqualTo(Bounds.of(0.98, 1));
        assertThat(available(story, 0.99, During.FAULT).verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(available(story, 0.98, During.FAULT).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void takesFailuresUnderPausesForUnknown() {
        Story story = fiveOfAHundredBad();
        story.evidence.pause(new Pause(Story.at(990), Story.at(1110)));

        assertThat(measured(available(story, 0.96, During.FAULT))).isEqualTo(Bounds.of(0.95, 0.98));
    }

    @Test
    void provesNothingOfTheFaultOnceItWasTakenAway() {
        Story story = new Story()
                .good("write", 0, 1000)
                .steady(0, 990)
                .fact(0, new ProbingStarted("write", Story.at(0), Duration.ofMillis(50), 1))
                .fault(1, 1000, 1010, UndoKind.AUTO)
                .good("write", 1000, 7000)
                .fact(3500, new UndoStarted("undo-1", "held for long enough"))
                .watchedUntil(7000);

        assertThat(measured(available(story, 0.99, During.FAULT))).isEqualTo(Bounds.of(0.5, 1));
    }

    @Test
    void doesNotBlameTheBaselineForWhatWasUnderWayWhenTheFaultActed() {
        Story story = new Story()
                .good("write", 0, 950)
                .steady(0, 990)
                .fact(0, new ProbingStarted("write", Story.at(0), Duration.ofMillis(50), 1))
                .fault(1, 1000, 1010, UndoKind.NONE);
        story.evidence.observation("write", Story.observation(950, 950, 1200, AnswerKind.ERROR));
        story.bad("write", 1000, 1200).good("write", 1200, 7000).watchedUntil(7000);

        assertThat(measured(available(story, 0.99, During.BASELINE))).isEqualTo(Bounds.of(0.95, 1));
    }

    @Test
    void testsNothingWithoutItsEffect() {
        Story story = new Story()
                .good("write", 0, 7000)
                .steady(0, 990)
                .fact(0, new ProbingStarted("write", Story.at(0), Duration.ofMillis(50), 1))
                .askedFor(1, 1000, UndoKind.NONE)
                .watchedUntil(7000);

        assertThat(available(story, 0.99, During.FAULT).verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(available(story, 0.99, During.RUN).verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(available(story, 0.99, During.BASELINE).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void carriesNoVerdictWhereNothingWasProbed() {
        Story story = Story.ofAFault().good("write", 1000, 7000).watchedUntil(7000);
        ObjectiveJudged judged = available(story, 0.99, During.FAULT);

        assertThat(judged.verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(judged.quantity().orElseThrow().measured()).isEmpty();
    }

    private static ObjectiveJudged quick(Story story, Quantile quantile, long below) {
        return story.first(
                plan(new Objective.Latency("quick", quantile, Duration.ofMillis(below), "write", During.FAULT)));
    }

    /** Of 100 answers 90 take 100 ms, 8 take 400 ms and 2 never come. */
    private static Story slowing() {
        return story().answersAfter("write", 100, 1000, 5500)
                .answersAfter("write", 400, 5500, 5900)
                .bad("write", 5900, 6000)
                .watchedUntil(7000);
    }

    @Test
    void findsQuantilesBetweenTheirBounds() {
        assertThat(quick(slowing(), Quantile.P90, 100).measured())
                .contains(Interval.of(Duration.ofMillis(55), Duration.ofMillis(100)));
        assertThat(quick(slowing(), Quantile.P95, 400).measured())
                .contains(Interval.of(Duration.ofMillis(355), Duration.ofMillis(400)));
        assertThat(quick(slowing(), Quantile.P95, 400).verdict()).isEqualTo(Verdict.MET);
        assertThat(quick(slowing(), Quantile.P95, 399).verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(quick(slowing(), Quantile.P95, 350).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void takesFailuresForLaterThanTheTimeout() {
        ObjectiveJudged judged = quick(slowing(), Quantile.P99, 1900);

        assertThat(judged.measured()).contains(Interval.atLeast(Duration.ofSeconds(2)));
        assertThat(judged.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(quick(slowing(), Quantile.P99, 2000).verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void countsFromWhenAnAttemptWasDue() {
        Story story = story().good("write", 1000, 5950).watchedUntil(7000);
        story.evidence.observation("write", Story.observation(5950, 6500, 6501, AnswerKind.CORRECT));
        ObjectiveJudged judged = quick(story, Quantile.P99, 900);
        assertThat(judged.measured()).contains(Interval.of(Duration.ZERO, Duration.ofMillis(1)));

        story.evidence.observation("write", Story.observation(5900, 6500, 6501, AnswerKind.CORRECT));
        assertThat(quick(story, Quantile.P99, 900).measured().orElseThrow().upper())
                .contains(Duration.ofMillis(551));
    }

    @Test
    void takesAPauseForNoProofOfLateness() {
        Story story = slowing();
        story.evidence.pause(new Pause(Story.at(1000), Story.at(7000)));

        assertThat(quick(story, Quantile.P95, 350).measured())
                .contains(Interval.of(Duration.ZERO, Duration.ofMillis(400)));
    }

    @Test
    void countsGoodAnswersASecond() {
        Objective capacity =
                new Objective.Capacity("capacity", new Rate(19), Optional.of("write"), Optional.empty(), During.FAULT);
        ObjectiveJudged judged = fiveOfAHundredBad().first(plan(capacity));

        assertThat(measured(judged)).isEqualTo(Bounds.of(19, 19));
        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
    }

    private static ObjectiveJudged writes(Story story, double atLeast) {
        return story.first(plan(new Objective.Capacity(
                "capacity", new Rate(atLeast), Optional.empty(), Optional.of("ledger"), During.FAULT)));
    }

    /** Ten writes a second for eight seconds, acknowledged after 20 ms but for those of the first second after the fault. */
    private static Story writing() {
        Story story = fiveOfAHundredBad();
        for (long ms = 0; ms < 8000; ms += 100) {
            WriteId id = new WriteId(0, ms / 100, 0);
            WriteOutcome outcome = ms >= 1000 && ms < 2000 ? WriteOutcome.FAILED : WriteOutcome.ACKNOWLEDGED;
            story.evidence.ledger("ledger", new WriteAttempt(id, Story.at(ms), "00000000"));
            story.evidence.ledger("ledger", new WriteAnswer(id, Story.at(ms + 20), outcome, "", "db"));
        }
        return story;
    }

    @Test
    void countsAcknowledgementsASecond() {
        assertThat(measured(writes(writing(), 8))).isEqualTo(Bounds.of(8, 8));
        assertThat(writes(writing(), 8).verdict()).isEqualTo(Verdict.MET);
        assertThat(writes(writing(), 8.1).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void doesNotBlameTheServiceForWhatWasNotAskedOfIt() {
        Story story = writing();
        story.evidence.pause(new Pause(Story.at(3000), Story.at(3100)));

        assertThat(measured(writes(story, 9))).isEqualTo(new Bounds(8, Optional.empty()));
        assertThat(writes(story, 9).verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(writes(story, 8).verdict()).isEqualTo(Verdict.MET);
    }
}
