package dev.musterpoint.verifiers.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.verifiers.effect.ProbeShift.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeShiftTests {
    private static final Delay HUNDRED = Delay.of(Duration.ofMillis(100));
    private final Random random = new Random(20261121);

    private static Observation attempt(long micros, AnswerKind kind) {
        Moment start = Moment.START.plus(Duration.ofSeconds(1));
        return new Observation(0, 0, start, start, start.plus(Duration.ofNanos(micros * 1000)), kind, "", "");
    }

    private static List<Observation> attempts(int count, LongSupplier micros) {
        return IntStream.range(0, count)
                .mapToObj(i -> attempt(micros.getAsLong(), AnswerKind.CORRECT))
                .toList();
    }

    private List<Observation> noise(int count, long plusMicros) {
        return attempts(count, () -> plusMicros + 2_000 + random.nextInt(4_000));
    }

    private static ProbeShift shift(double share, Delay delay, List<Observation> before) throws InjectionException {
        return new ProbeShift("write", share, delay, before);
    }

    @Test
    void seesADelayAfterFiveSlowAttempts() throws InjectionException {
        ProbeShift shift = shift(1, HUNDRED, noise(60, 0));
        List<Observation> slow = noise(5, 100_000);
        assertThat(shift.judge(slow.subList(0, 4)).effect()).isFalse();
        assertThat(shift.judge(slow).effect()).isTrue();
        assertThat(shift.judge(slow).detail()).contains("5 of the last 5 attempts of probe 'write'");
    }

    @Test
    void aDelayOfNothingIsNeverSeen() throws InjectionException {
        ProbeShift shift = shift(1, Delay.of(Duration.ZERO), noise(60, 0));
        assertThat(shift.judge(noise(200, 0)).effect()).isFalse();
        assertThat(shift.judge(noise(200, 50_000)).effect()).isFalse();
        assertThat(shift.judge(noise(1, 0)).detail()).contains("nothing can be seen");
    }

    @Test
    void aDelayThatIsLostInTheNoiseIsNeverSeen() throws InjectionException {
        ProbeShift shift = shift(1, Delay.of(Duration.ofMillis(1)), noise(60, 0));
        assertThat(shift.judge(noise(200, 1_000)).effect()).isFalse();
    }

    @Test
    void aProbeThatGoesAnotherWayShowsNothing() throws InjectionException {
        List<Observation> before = noise(60, 0);
        List<Observation> since = noise(1000, 0);
        for (Delay delay : List.of(HUNDRED, Delay.MUCH, Delay.NONE)) {
            ProbeShift shift = shift(1, delay, before);
            IntStream.rangeClosed(1, since.size()).forEach(seen -> assertThat(
                            shift.judge(since.subList(0, seen)).effect())
                    .isFalse());
        }
    }

    @Test
    void aFewSlowAttemptsAreNoEffect() throws InjectionException {
        ProbeShift shift = shift(1, HUNDRED, noise(60, 0));
        List<Observation> since = new ArrayList<>(noise(6, 0));
        since.addAll(noise(5, 200_000));
        assertThat(shift.judge(since).effect()).isFalse();
    }

    @Test
    void failuresAreAnEffectOfWhateverEndsConnections() throws InjectionException {
        ProbeShift shift = shift(1, Delay.NONE, noise(60, 0));
        assertThat(shift.judge(noise(20, 500_000)).effect())
                .as("slow is not failed")
                .isFalse();
        List<Observation> failed = IntStream.range(0, 5)
                .mapToObj(i -> attempt(2_000, AnswerKind.ERROR))
                .toList();
        assertThat(shift.judge(failed).effect()).isTrue();
    }

    @Test
    void aToxicInSomeConnectionsIsSeenByAsManyAttempts() throws InjectionException {
        ProbeShift shift = shift(0.5, HUNDRED, noise(60, 0));
        List<Observation> since = IntStream.range(0, 20)
                .mapToObj(i -> attempt(i % 3 == 0 ? 103_000 : 3_000, AnswerKind.CORRECT))
                .toList();
        assertThat(shift.judge(since).effect()).isTrue();
        assertThat(shift(1, HUNDRED, noise(60, 0)).judge(since).effect()).isFalse();
    }

    @Test
    void whatWasAsBadBeforeProvesNothing() throws InjectionException {
        List<Observation> before = IntStream.range(0, 60)
                .mapToObj(i -> attempt(i % 4 == 0 ? 200_000 : 3_000, AnswerKind.CORRECT))
                .toList();
        assertThat(shift(1, HUNDRED, before).judge(noise(20, 100_000)).effect()).isFalse();
    }

    @Test
    void tooFewAttemptsBeforeAreAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> shift(1, HUNDRED, noise(9, 0)))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("probe 'write' has had 9 good answers")
                .hasMessageContaining("ask more often");
    }
}
