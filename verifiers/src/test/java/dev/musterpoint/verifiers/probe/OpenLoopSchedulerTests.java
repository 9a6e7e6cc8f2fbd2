package dev.musterpoint.verifiers.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeScheduler.Probing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class OpenLoopSchedulerTests {
    private static final Duration EVERY = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofMillis(100);

    private final VirtualTime time = new VirtualTime();
    private final List<Observation> seen = new ArrayList<>();
    /** Threads that are all busy: what is handed to them waits until a test lets it run. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private static ProbeSpec spec(int perTick, int inFlight) {
        return new ProbeSpec(
                "write", "test", Optional.empty(), EVERY, TIMEOUT, TIMEOUT, perTick, inFlight, Params.NONE);
    }

    private OpenLoopScheduler scheduler(Executor workers) {
        return new OpenLoopScheduler(time, time, workers, () -> {});
    }

    private Probing start(ProbeSpec spec, Probe probe, Executor workers) {
        Probing probing = scheduler(workers).start(spec, probe, seen::add);
        time.advance(Duration.ZERO);
        return probing;
    }

    private void runWaiting() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private static Moment at(long millis) {
        return new Moment(millis * 1_000_000);
    }

    @Test
    void startsEachTickWhenItIsDue() {
        start(spec(1, 8), ScriptedProbe.correct(), Runnable::run);
        time.advance(Duration.ofMillis(30));

        assertThat(seen).extracting(Observation::started).containsExactly(at(0), at(10), at(20), at(30));
        assertThat(seen).extracting(Observation::kind).containsOnly(AnswerKind.CORRECT);
        assertThat(seen).extracting(Observation::server).containsOnly("primary");
    }

    @Test
    void neverDriftsHoweverLateItWakes() {
        time.lateBy(Duration.ofMillis(3));
        Probing probing = scheduler(Runnable::run).start(spec(1, 8), ScriptedProbe.correct(), seen::add);
        time.advance(Duration.ofSeconds(10));

        assertThat(probing.first()).isEqualTo(at(0));
        assertThat(seen).hasSize(1000).allSatisfy(o -> {
            assertThat(o.due()).isEqualTo(at(o.tick() * 10));
            assertThat(o.started()).isEqualTo(o.due().plus(Duration.ofMillis(3)));
        });
    }

    @Test
    void makesSeveralAttemptsAtEachTick() {
        start(spec(3, 8), ScriptedProbe.correct(), Runnable::run);
        time.advance(Duration.ofMillis(10));

        assertThat(seen).extracting(Observation::tick).containsExactly(0L, 0L, 0L, 1L, 1L, 1L);
        assertThat(seen).extracting(Observation::slot).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void recordsErrorsAndWrongAnswers() {
        ScriptedProbe probe = new ScriptedProbe((tick, slot) -> {
            if (tick == 0) {
                throw new IllegalStateException("refused");
            }
            return Probe.Answer.wrong("read-only", "standby");
        });
        start(spec(1, 8), probe, Runnable::run);
        time.advance(EVERY);

        assertThat(seen).extracting(Observation::kind).containsOnly(AnswerKind.ERROR);
        assertThat(seen).extracting(Observation::detail).containsExactly("refused", "read-only");
        assertThat(seen).extracting(Observation::server).containsExactly("", "standby");
    }

    @Test
    void givesUpAnAttemptAtItsTimeoutAndReleasesIt() {
        ScriptedProbe probe = new ScriptedProbe((tick, slot) -> {
            if (tick == 0) {
                time.advance(TIMEOUT.plus(EVERY));
                runWaiting();
            }
            return Probe.Answer.correct("primary");
        });
        start(spec(1, 64), probe, waiting::add);
        runWaiting();

        List<Observation> first = seen.stream().filter(o -> o.tick() == 0).toList();
        assertThat(first).hasSize(1);
        assertThat(first.get(0).kind()).isEqualTo(AnswerKind.TIMEOUT);
        assertThat(first.get(0).ended()).isGreaterThanOrEqualTo(at(100));
        assertThat(probe.wasCancelled(0)).isTrue();
        assertThat(probe.wasCancelled(1)).isFalse();
    }

    @Test
    void goesOnWhateverBecameOfEarlierAttempts() {
        ScriptedProbe probe = new ScriptedProbe((tick, slot) -> {
            if (tick == 0) {
                time.advance(Duration.ofMillis(50));
                runWaiting();
            }
            return Probe.Answer.correct("primary");
        });
        start(spec(1, 64), probe, waiting::add);
        runWaiting();

        assertThat(seen).extracting(Observation::tick).containsExactly(1L, 2L, 3L, 4L, 5L, 0L);
        assertThat(seen.get(5).kind()).isEqualTo(AnswerKind.CORRECT);
    }

    @Test
    void recordsWhatFoundNoRoom() {
        Probing probing = start(spec(1, 2), ScriptedProbe.correct(), waiting::add);
        time.advance(Duration.ofMillis(30));
        runWaiting();

        assertThat(seen)
                .extracting(Observation::kind)
                .containsExactly(
                        AnswerKind.CORRECT, AnswerKind.CORRECT, AnswerKind.NOT_STARTED, AnswerKind.NOT_STARTED);
        assertThat(seen.get(2).started()).isEqualTo(seen.get(2).ended()).isEqualTo(at(20));
        assertThat(probing.completeUntil()).isEqualTo(at(30));
    }

    @Test
    void recordsWhenAnAttemptReallyStarted() {
        start(spec(1, 8), ScriptedProbe.correct(), waiting::add);
        time.advance(Duration.ofMillis(7));
        runWaiting();

        assertThat(seen.get(0).due()).isEqualTo(at(0));
        assertThat(seen.get(0).started()).isEqualTo(at(7));
    }

    @Test
    void isCompleteOnlyUpToTheOldestAttemptNotYetTold() {
        Probing probing = start(spec(1, 8), ScriptedProbe.correct(), waiting::add);
        time.advance(Duration.ofMillis(25));

        assertThat(probing.completeUntil()).isEqualTo(at(0));
        waiting.remove().run();
        assertThat(probing.completeUntil()).isEqualTo(at(10));
        runWaiting();
        assertThat(probing.completeUntil()).isEqualTo(at(25));
    }

    @Test
    void makesUpForAPauseOfItsOwn() {
        start(spec(1, 3), ScriptedProbe.correct(), Runnable::run);
        time.standStill(Duration.ofMillis(35));
        time.advance(Duration.ZERO);

        assertThat(seen).extracting(Observation::tick).containsExactly(0L, 1L, 2L, 3L);
        assertThat(seen.get(1).due()).isEqualTo(at(10));
        assertThat(seen.get(1).started()).isEqualTo(at(35));
    }

    @Test
    void survivesASinkThatFails() {
        Probing probing = scheduler(Runnable::run).start(spec(1, 8), ScriptedProbe.correct(), observation -> {
            throw new IllegalStateException("the disk is full");
        });
        time.advance(Duration.ofMillis(25));

        assertThat(probing.completeUntil()).isEqualTo(at(25));
    }

    @Test
    void startsNothingOnceStoppedAndClosesTheProbe() {
        ScriptedProbe probe = ScriptedProbe.correct();
        Probing probing = start(spec(1, 8), probe, Runnable::run);
        probing.stop();
        probing.stop();
        time.advance(Duration.ofMillis(100));

        assertThat(seen).hasSize(1);
        assertThat(probe.isClosed()).isTrue();
    }
}
