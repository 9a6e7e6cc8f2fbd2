package dev.musterpoint.verifiers.check.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.verdict.Finding.Latency;
import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LaneSummaryTests {
    private static final LaneRules RULES = new LaneRules(10, 20, 40, 1, 1, 3, 2, 100);

    private final OutageFold fold = new OutageFold(RULES);

    private static Interval interval(long lower, long upper) {
        return Interval.of(Duration.ofNanos(lower), Duration.ofNanos(upper));
    }

    private void good(long... starts) {
        LongStream.of(starts).forEach(a -> fold.good(a, a + 1));
    }

    private void bad(long... starts) {
        LongStream.of(starts).forEach(a -> fold.bad(a, a + 1));
    }

    @Test
    void anOutageEndsWithTheFirstJGoodAnswersInARow() {
        good(0, 10, 20);
        bad(30, 40);
        good(50);
        bad(60);
        good(70, 80, 90);
        fold.finish();
        assertThat(fold.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.firstBad().nanos()).isEqualTo(30);
            assertThat(outage.lastBad().nanos()).isEqualTo(60);
            assertThat(outage.length()).isEqualTo(interval(60 - 31, 81 - 10));
        });
    }

    @Test
    void timeOfWhichNothingIsKnownIsNotProvenDowntime() {
        good(0, 10);
        bad(20, 30);
        fold.unknown(40, 90);
        bad(100, 110);
        good(120, 130);
        fold.finish();
        assertThat(fold.total()).isEqualTo(interval(30 - 21 + 110 - 101, 131));
    }

    @Test
    void anUnknownStretchAloneIsNoOutageButCouldHideOne() {
        good(0, 10);
        fold.unknown(20, 90);
        good(100, 110);
        fold.finish();
        assertThat(fold.outages()).isEmpty();
        assertThat(fold.total()).isEqualTo(interval(0, 111));
    }

    @Test
    void anOutageUnderWayAtTheEndIsOpen() {
        good(0, 10);
        bad(20, 30, 40);
        fold.finish();
        assertThat(fold.longest()).isEqualTo(Interval.atLeast(Duration.ofNanos(40 - 21)));
    }

    @Test
    void quantilesAreByNearestRank() {
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();
        Latency latency = LaneSummary.latency(hundred);
        assertThat(latency.p50()).contains(Duration.ofNanos(50));
        assertThat(latency.p95()).contains(Duration.ofNanos(95));
        assertThat(latency.p99()).contains(Duration.ofNanos(99));
        assertThat(latency.max()).contains(Duration.ofNanos(100));
        assertThat(LaneSummary.latency(new long[0]).p50()).isEmpty();
        assertThat(LaneSummary.latency(new long[] {7}).p50()).contains(Duration.ofNanos(7));
    }
}
