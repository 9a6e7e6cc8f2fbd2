package dev.musterpoint.verifiers.check.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Δ = 10, ℓ = 20, τ = 40, σ = 1, N = 3, j = 1, W = 100; T0⁻ = 1,000 and T0⁺ = 1,005. Answers take 1. */
class RecoveryFoldTests {
    private static final LaneRules RULES = new LaneRules(10, 20, 40, 1, 1, 3, 1, 100);

    private final RecoveryFold fold = fold(Window.Origin.EFFECT_SEEN);

    private static RecoveryFold fold(Window.Origin origin) {
        return new RecoveryFold(RULES, new Window(new Moment(1000), new Moment(1005), origin));
    }

    private static RecoveryFold all(RecoveryFold fold, Sight sight, long from, long to) {
        for (long a = from; a < to; a += 10) {
            fold.accept(a, a + 1, sight);
        }
        return fold;
    }

    private RecoveryFold all(Sight sight, long from, long to) {
        return all(fold, sight, from, to);
    }

    private static Interval interval(long lower, long upper) {
        return Interval.of(Duration.ofNanos(lower), Duration.ofNanos(upper));
    }

    @Test
    void boundsAnOutage() {
        all(Sight.GOOD, 900, 1000);
        all(Sight.BAD, 1000, 1100);
        all(Sight.GOOD, 1100, 1300);
        assertThat(fold.finish(1300).interval()).isEqualTo(interval(1090 - 1005, 1101 - 1000));
        assertThat(fold.run()).contains(new Run(1100, 1101, 1210, 1211));
    }

    @Test
    void isNotFooledByGoodAnswersBeforeALateOutage() {
        all(Sight.GOOD, 900, 1500);
        assertThat(fold.run()).isEmpty();
        all(Sight.BAD, 1500, 1600);
        all(Sight.GOOD, 1600, 1800);
        assertThat(fold.finish(1800).interval()).isEqualTo(interval(1590 - 1005, 1601 - 1000));
    }

    @Test
    void takesTheFirstClusterForTheOutageAndTheNextForARelapse() {
        all(Sight.GOOD, 900, 1000);
        all(Sight.BAD, 1000, 1100);
        all(Sight.GOOD, 1100, 1300);
        all(Sight.BAD, 1300, 1400);
        all(Sight.GOOD, 1400, 1600);
        Recovery recovery = fold.finish(1600);
        assertThat(recovery.interval()).isEqualTo(interval(85, 101));
        assertThat(recovery.relapsed()).isTrue();
        assertThat(recovery.lasting().upper()).contains(Duration.ofNanos(401));
    }

    @Test
    void anOutageBrieflyInterruptedIsOne() {
        all(Sight.GOOD, 900, 1000);
        all(Sight.BAD, 1000, 1050);
        all(Sight.GOOD, 1050, 1120);
        all(Sight.BAD, 1120, 1130);
        all(Sight.GOOD, 1130, 1300);
        assertThat(fold.finish(1300).interval()).isEqualTo(interval(1120 - 1005, 1131 - 1000));
    }

    @Test
    void whatCouldHideAnEarlierOutageTakesTheLowerBoundAway() {
        all(Sight.GOOD, 900, 1000);
        all(Sight.GOOD, 1060, 1300);
        all(Sight.BAD, 1300, 1400);
        all(Sight.GOOD, 1400, 1600);
        assertThat(fold.finish(1600).interval()).isEqualTo(interval(0, 401));
    }

    /** The counterexample to "the first run after the first unknown": an outage may hide in the second. */
    @Test
    void withoutAProvenFailureOnlyWhatFollowsTheLastUnknownIsRecovery() {
        all(Sight.GOOD, 900, 1000);
        all(Sight.UNKNOWN, 1000, 1010);
        all(Sight.GOOD, 1010, 1300);
        all(Sight.UNKNOWN, 1300, 1400);
        all(Sight.GOOD, 1400, 1600);
        assertThat(fold.run()).isEmpty();
        assertThat(fold.finish(1600).interval()).isEqualTo(interval(0, 401));
    }

    @Test
    void aHoleAtTheEndIsNotOverlooked() {
        all(Sight.GOOD, 900, 1000);
        all(Sight.BAD, 1000, 1100);
        all(Sight.GOOD, 1100, 1300);
        assertThat(fold.finish(1290 + 60).lasting().isOpen()).isFalse();
        assertThat(fold.finish(1290 + 61).lasting().isOpen()).isTrue();
        assertThat(fold.finish(1290 + 61).interval().isOpen()).isFalse();
    }

    @Test
    void withoutSightOfTheEffectTheFirstFailureIsTheLatestOrigin() {
        RecoveryFold asked = fold(Window.Origin.ASKED_FOR);
        all(asked, Sight.GOOD, 900, 1050);
        all(asked, Sight.BAD, 1050, 1100);
        all(asked, Sight.GOOD, 1100, 1300);
        assertThat(asked.finish(1300).interval()).isEqualTo(interval(1090 - 1051, 1101 - 1000));
    }

    @Test
    void countsAnObservedIncidentFromTheLastSuccessBeforeIt() {
        RecoveryFold observed = fold(Window.Origin.OBSERVED);
        all(observed, Sight.GOOD, 900, 1050);
        all(observed, Sight.BAD, 1050, 1100);
        all(observed, Sight.GOOD, 1100, 1300);
        assertThat(observed.finish(1300).interval()).isEqualTo(interval(1090 - 1051, 1101 - 1040));
    }

    @Test
    void nothingSeenIsNotNoOutage() {
        assertThat(fold.finish(1300).shape()).isEqualTo(Recovery.Shape.NOTHING);
    }

    @Test
    void theEdgeAtTheFaultCounts() {
        fold.accept(985, 986, Sight.GOOD);
        fold.accept(1004, 1015, Sight.GOOD);
        fold.accept(1010, 1011, Sight.GOOD);
        assertThat(fold.finish(1020).interval()).isEqualTo(interval(0, 15));
    }
}
