package dev.musterpoint.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamSummaryTests {
    private static Moment ms(long millis) {
        return new Moment(millis * 1_000_000);
    }

    private static Observation seen(AnswerKind kind, long from, long to) {
        return new Observation(0, 0, ms(from), ms(from), ms(to), kind, "", "");
    }

    @Test
    void aSeriesGrowsWithoutLosingACount() {
        GrowingSeries series = new GrowingSeries(ms(0), Duration.ofMillis(10), 7);
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            series.count(ms(random.nextInt(100_000)), random.nextInt(3));
        }

        Series made = series.series();

        assertThat(made.buckets()).hasSizeBetween(4, 7);
        assertThat(made.buckets().stream().mapToLong(Series.Tally::total).sum()).isEqualTo(10_000);
        assertThat(made.end().nanos()).isGreaterThanOrEqualTo(ms(99_000).nanos());
    }

    @Test
    void aMergedBucketHoldsWhatItsHalvesHeld() {
        GrowingSeries series = new GrowingSeries(ms(0), Duration.ofMillis(10), 4);
        series.count(ms(5), 0);
        series.count(ms(15), 2);
        series.count(ms(35), 1);
        series.count(ms(45), 0);

        assertThat(series.series())
                .isEqualTo(new Series(
                        ms(0),
                        Duration.ofMillis(20),
                        java.util.List.of(
                                new Series.Tally(1, 0, 1), new Series.Tally(0, 1, 0), new Series.Tally(1, 0, 0))));
    }

    @Test
    void whatCameBeforeTheStartCountsAtTheStart() {
        GrowingSeries series = new GrowingSeries(ms(100), Duration.ofMillis(10), 4);
        series.count(ms(90), 0);

        assertThat(series.series().buckets()).containsExactly(new Series.Tally(1, 0, 0));
    }

    @Test
    void aSetOfWritesKnowsWhatItHolds() {
        WriteIdSet set = new WriteIdSet();
        Random random = new Random(11);
        java.util.HashSet<WriteId> expected = new java.util.HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            WriteId id = new WriteId(random.nextInt(4), random.nextLong(8_000), random.nextInt(2));
            set.add(id);
            expected.add(id);
        }
        set.add(new WriteId(0, Long.MAX_VALUE, 0));

        assertThat(set.contains(new WriteId(0, Long.MAX_VALUE, 0))).isTrue();
        for (int i = 0; i < 20_000; i++) {
            WriteId id = new WriteId(random.nextInt(5), random.nextLong(9_000), random.nextInt(3));
            assertThat(set.contains(id)).as(id.toString()).isEqualTo(expected.contains(id));
        }
    }

    @Test
    void pausesAreFoundByWhatTheyOverlap() {
        RecordedEvidence log = new RecordedEvidence()
                .pause(new Pause(ms(100), ms(150)))
                .pause(new Pause(ms(140), ms(200)))
                .pause(new Pause(ms(10), ms(30)));
        PauseIndex pauses = PauseIndex.read(log);

        assertThat(pauses.overlaps(ms(160), ms(170))).isTrue();
        assertThat(pauses.overlaps(ms(0), ms(10))).isTrue();
        assertThat(pauses.overlaps(ms(31), ms(99))).isFalse();
        assertThat(pauses.overlaps(ms(201), ms(900))).isFalse();
        assertThat(pauses.summary()).isEqualTo(new Method.Pauses(3, Duration.ofMillis(130), Duration.ofMillis(60)));
    }

    @Test
    void classesAttemptsAsJudgingDoes() {
        DrillPlan plan = new SamplePlan().build();
        ProbeSpec probe = plan.spec().probes().get("write");
        RecordedEvidence log = new RecordedEvidence().pause(new Pause(ms(5_000), ms(5_100)));
        Classing classing = new Classing(probe, plan.spec().timing().slack(), PauseIndex.read(log));

        assertThat(classing.of(seen(AnswerKind.CORRECT, 0, 1_000))).isEqualTo(Classing.GOOD);
        assertThat(classing.of(seen(AnswerKind.CORRECT, 0, 1_040))).isEqualTo(Classing.UNKNOWN);
        assertThat(classing.of(seen(AnswerKind.CORRECT, 0, 1_046))).isEqualTo(Classing.BAD);
        assertThat(classing.of(seen(AnswerKind.ERROR, 0, 1))).isEqualTo(Classing.BAD);
        assertThat(classing.of(seen(AnswerKind.TIMEOUT, 0, 2_000))).isEqualTo(Classing.BAD);
        assertThat(classing.of(seen(AnswerKind.NOT_STARTED, 0, 0))).isEqualTo(Classing.UNKNOWN);
        assertThat(classing.of(seen(AnswerKind.ERROR, 4_999, 5_000))).isEqualTo(Classing.UNKNOWN);
        assertThat(classing.of(seen(AnswerKind.CORRECT, 4_990, 5_200))).isEqualTo(Classing.GOOD);
    }
}
