package dev.musterpoint.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportModelBuilderTests {
    @ParameterizedTest
    @CsvSource({
        "MET, All 3 objectives were met.",
        "MISSED, 1 of 3 objectives was met.",
        "NOT_RECOVERED, The service did not come back while it was watched.",
        "NO_EFFECT, The fault had no proven effect: nothing was tested.",
        "ABORTED, The run was stopped before its end.",
        "CRASHED, The runner died before the run's end.",
        "REFUSED, The run was refused: nothing was injected."
    })
    void saysInOneSentenceWhatTheRunShowed(Script script, String headline) {
        assertThat(ScriptedRun.of(script).model().conclusion().headline()).isEqualTo(headline);
    }

    @Test
    void putsWhatFailedBeforeWhatIsOnlyWorthKnowing() {
        assertThat(ScriptedRun.of(Script.MISSED).model().conclusion().highlights())
                .extracting(Conclusion.Highlight::subject)
                .containsExactly("orders recover:", "nothing is lost:", "Warning:");
        assertThat(ScriptedRun.of(Script.CRASHED)
                        .model()
                        .conclusion()
                        .highlights()
                        .get(0))
                .satisfies(first -> assertThat(first.severity()).isEqualTo(Severity.CRITICAL))
                .satisfies(first -> assertThat(first.subject()).isEqualTo("Clean-up:"));
    }

    @Test
    void measuresMarginsFromTheBoundThatDecides() {
        List<ObjectiveView> met =
                ScriptedRun.of(Script.MET).model().conclusion().objectives();
        List<ObjectiveView> missed =
                ScriptedRun.of(Script.MISSED).model().conclusion().objectives();

        assertThat(met.get(0).margin()).contains(Duration.ofNanos(28_494_400_000L));
        assertThat(missed.get(0).margin()).contains(Duration.ofNanos(-439_200_000L));
        assertThat(met.get(2).margin()).isEmpty();
    }

    @Test
    void tellsStepsThatWereNeverReachedFromThoseThatWereSkipped() {
        assertThat(ScriptedRun.of(Script.CRASHED).model().steps())
                .allSatisfy(step -> assertThat(step.outcome()).isEmpty())
                .extracting(StepView::detail)
                .startsWith("the run ended while it was under way", "the run ended before it was reached");
        assertThat(ScriptedRun.of(Script.MET).model().steps().get(1).outcome()).contains(StepOutcome.NOT_RUN);
    }

    @Test
    void marksExactlyTheWritesThatWereAcknowledgedAndNotFound() {
        long lost = ScriptedRun.of(Script.MISSED).model().charts().writes().get(0).series().buckets().stream()
                .mapToLong(Series.Tally::second)
                .sum();
        ChartData.Writes unread =
                ScriptedRun.of(Script.NOT_RECOVERED).model().charts().writes().get(0);

        assertThat(lost).isEqualTo(48);
        assertThat(unread.readBack()).isFalse();
        assertThat(unread.series().buckets())
                .allSatisfy(bucket -> assertThat(bucket.second()).isZero());
    }

    @Test
    void keepsTheRecoveryChainApartFromTheRunsClock() {
        Timeline timeline = ScriptedRun.of(Script.CRASHED).model().timeline();

        assertThat(timeline.events())
                .filteredOn(event -> event.actor().equals("watchdog"))
                .hasSize(5)
                .allSatisfy(event -> assertThat(event.since()).isEmpty());
        assertThat(ScriptedRun.of(Script.CRASHED)
                        .model()
                        .proof()
                        .removals()
                        .get(0)
                        .error())
                .isEqualTo("data directory is busy");
    }

    @Test
    void knowsASandboxRun() {
        assertThat(ScriptedRun.of(Script.MET).model().cover().sandboxed()).isTrue();
        assertThat(ScriptedRun.outside(Script.MET).model().cover().sandboxed()).isFalse();
    }

    @Test
    void statesWhatWasNotMeasured() {
        assertThat(ScriptedRun.of(Script.NOT_RECOVERED).model().method().notMeasured())
                .anySatisfy(limit -> assertThat(limit).contains("what was lost is unknown, not zero"))
                .anySatisfy(limit -> assertThat(limit).contains("evidences nothing for a real environment"));
        assertThat(ScriptedRun.outside(Script.MET).model().method().notMeasured())
                .noneSatisfy(limit -> assertThat(limit).contains("sandbox"));
    }

    @Test
    void makesAModelOfARunWithoutAnyEvidence() {
        DrillPlan plan = new SamplePlan()
                .recoversWithin(Duration.ofSeconds(5), FailureMode.TOTAL.confirmation())
                .workload()
                .build();
        Assessment nothing = new Assessment(
                "2026-11", "run", RunOutcome.CRASHED, Verdict.MEASUREMENT_INVALID, CleanUp.UNKNOWN, List.of());

        ReportModel model = ReportModelBuilder.build(
                plan, new RecordedEvidence(), nothing, new RunFacts("run", "runs/run", "", ""));

        assertThat(model.cover().started()).isEmpty();
        assertThat(model.timeline().events()).isEmpty();
        assertThat(model.conclusion().objectives()).hasSize(1);
        assertThat(model.conclusion().objectives().get(0).verdict()).isEmpty();
    }
}
