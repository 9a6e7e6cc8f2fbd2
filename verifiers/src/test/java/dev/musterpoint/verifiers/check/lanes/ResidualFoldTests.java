package dev.musterpoint.verifiers.check.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.verifiers.check.lanes.Recovery.Shape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A probe every 10, answers after 1, three failures within 20 probes are proof, W = 500; the fault acts at 1,000. */
class ResidualFoldTests {
    private static final LaneRules RULES = new LaneRules(10, 20, 40, 1, 1, 4, 1, 500).with(new ResidualRate(0.01, 3));
    private static final Window WINDOW = new Window(new Moment(1000), new Moment(1000), Window.Origin.EFFECT_SEEN);

    private final RecoveryFold fold = new RecoveryFold(RULES, WINDOW);
    private long next = 1000;

    private ResidualFoldTests good(int count) {
        return see(count, Sight.GOOD);
    }

    private ResidualFoldTests bad(int count) {
        return see(count, Sight.BAD);
    }

    private ResidualFoldTests see(int count, Sight sight) {
        for (int i = 0; i < count; i++, next += 10) {
            fold.accept(next, next + 1, sight);
        }
        return this;
    }

    private Recovery finish() {
        return fold.finish(next);
    }

    private static Interval between(long lower, long upper) {
        return Interval.of(Duration.ofNanos(lower), Duration.ofNanos(upper));
    }

    @Test
    void countsFailuresFromTheFirstOfThoseThatAreProof() {
        Recovery recovery = bad(10).good(80).finish();

        assertThat(recovery.interval()).isEqualTo(between(70, 101));
        assertThat(recovery.lastBad()).hasValue(1070);
    }

    @Test
    void takesSingleFailuresForResidual() {
        Recovery recovery = good(30).bad(2).good(100).finish();

        assertThat(recovery.shape()).isEqualTo(Shape.NO_PROVEN_FAILURE);
        assertThat(recovery.interval()).isEqualTo(between(0, 1));
    }

    @Test
    void begunRunsOutliveSingleFailures() {
        Recovery recovery = bad(10).good(20).bad(1).good(20).bad(2).good(80).finish();

        assertThat(recovery.interval()).isEqualTo(between(70, 101));
        assertThat(recovery.relapsed()).isFalse();
    }

    @Test
    void runsDoNotBeginWithAFailureAmongTheirFirst() {
        Recovery recovery = bad(10).good(3).bad(1).good(3).bad(1).good(80).finish();

        assertThat(recovery.interval().upper()).contains(Duration.ofNanos(181));
    }

    @Test
    void isNotBackWhileWhatBeganBeforeTheEndCouldStillBecomeProof() {
        good(0).bad(10).good(50).bad(1).good(19);
        assertThat(fold.run()).isEmpty();

        good(1);
        assertThat(fold.run()).isPresent();
    }

    @Test
    void anOutageInTheGapEndsTheRun() {
        Recovery recovery = bad(10).good(40).bad(3).good(80).finish();

        assertThat(recovery.interval()).isEqualTo(between(500, 531));
    }

    @Test
    void aSingleFailureDoesNotJoinTwoOutages() {
        Recovery recovery = bad(10).good(15).bad(1).good(44).bad(10).good(90).finish();

        assertThat(recovery.interval().lower()).isEqualTo(Duration.ofNanos(80));
    }

    @Test
    void whatWasTooLittleForProofMayHaveBeenTheOutage() {
        Recovery recovery = bad(2).good(60).bad(10).good(90).finish();

        assertThat(recovery.interval().lower()).isZero();
    }

    @Test
    void failsAgainOnlyWithProof() {
        assertThat(bad(10).good(80).bad(2).good(80).finish().relapsed()).isFalse();
        assertThat(bad(3).good(80).finish().relapsed()).isTrue();
    }
}
