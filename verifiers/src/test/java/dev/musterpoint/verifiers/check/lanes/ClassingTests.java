package dev.musterpoint.verifiers.check.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Pause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ℓ = 100, σ = 10; the runner paused from 1,000 to 1,050. */
class ClassingTests {
    private final Pauses pauses = new Pauses();
    private final Classing classing = new Classing(100, 10, pauses);

    @BeforeEach
    void pause() {
        pauses.add(new Pause(new Moment(1000), new Moment(1050)));
    }

    @Test
    void aCorrectAnswerInTimeIsGoodEvenUnderAPause() {
        assertThat(classing.of(AnswerKind.CORRECT, 0, 100)).isEqualTo(Sight.GOOD);
        assertThat(classing.of(AnswerKind.CORRECT, 990, 1060)).isEqualTo(Sight.GOOD);
    }

    @Test
    void anErrorIsBadUnlessTheRunnerPaused() {
        assertThat(classing.of(AnswerKind.ERROR, 998, 999)).isEqualTo(Sight.BAD);
        assertThat(classing.of(AnswerKind.ERROR, 998, 1000)).isEqualTo(Sight.UNKNOWN);
        assertThat(classing.of(AnswerKind.ERROR, 1050, 1051)).isEqualTo(Sight.UNKNOWN);
        assertThat(classing.of(AnswerKind.ERROR, 990, 1100)).isEqualTo(Sight.UNKNOWN);
        assertThat(classing.tainted(AnswerKind.ERROR, 990, 1100)).isTrue();
    }

    @Test
    void aLateAnswerIsBadOnlyBeyondTheSlack() {
        assertThat(classing.of(AnswerKind.CORRECT, 0, 101)).isEqualTo(Sight.UNKNOWN);
        assertThat(classing.of(AnswerKind.CORRECT, 0, 110)).isEqualTo(Sight.UNKNOWN);
        assertThat(classing.of(AnswerKind.CORRECT, 0, 111)).isEqualTo(Sight.BAD);
    }

    @Test
    void aTimeoutShorterThanTheLimitProvesNothing() {
        assertThat(classing.of(AnswerKind.TIMEOUT, 0, 110)).isEqualTo(Sight.UNKNOWN);
        assertThat(classing.of(AnswerKind.TIMEOUT, 0, 111)).isEqualTo(Sight.BAD);
    }

    @Test
    void whatWasNotStartedProvesNothing() {
        assertThat(classing.of(AnswerKind.NOT_STARTED, 0, 0)).isEqualTo(Sight.UNKNOWN);
        assertThat(classing.tainted(AnswerKind.NOT_STARTED, 1000, 1000)).isFalse();
    }

    @Test
    void pausesMayOverlapAndComeInAnyOrder() {
        Pauses some = new Pauses();
        some.add(new Pause(new Moment(50), new Moment(60)));
        some.add(new Pause(new Moment(10), new Moment(20)));
        some.add(new Pause(new Moment(15), new Moment(55)));
        assertThat(some.overlap(0, 9)).isFalse();
        assertThat(some.overlap(30, 31)).isTrue();
        assertThat(some.overlap(60, 61)).isTrue();
        assertThat(some.overlap(61, 99)).isFalse();
    }
}
