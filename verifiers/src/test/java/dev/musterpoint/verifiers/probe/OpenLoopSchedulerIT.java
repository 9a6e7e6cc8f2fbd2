package dev.musterpoint.verifiers.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeScheduler.Probing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenLoopSchedulerIT {
    private static final Duration EVERY = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofMillis(80);
    private static final int ENOUGH = 100;

    private final SystemRunClock clock = new SystemRunClock();
    private final List<Observation> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch enough = new CountDownLatch(ENOUGH);

    private void take(Observation observation) {
        seen.add(observation);
        enough.countDown();
    }

    private static ProbeSpec spec() {
        return new ProbeSpec("write", "test", Optional.empty(), EVERY, TIMEOUT, TIMEOUT, 1, 16, Params.NONE);
    }

    /** Every fifth attempt hangs until it is cancelled. */
    private static final class Hanging implements Probe {
        @Override
        public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws Exception {
            if (tick % 5 == 0) {
                CountDownLatch released = new CountDownLatch(1);
                cancellation.onCancel(released::countDown);
                released.await();
                throw new IllegalStateException("released");
            }
            return Answer.correct("");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void keepsItsPaceInRealTime() throws Exception {
        try (OpenLoopScheduler scheduler = OpenLoopScheduler.of(clock)) {
            Probing probing = scheduler.start(spec(), new Hanging(), this::take);
            assertThat(enough.await(20, TimeUnit.SECONDS)).isTrue();
            probing.stop();

            assertThat(seen).allSatisfy(observation -> {
                assertThat(observation.due()).isEqualTo(probing.first().plus(EVERY.multipliedBy(observation.tick())));
                assertThat(observation.started()).isGreaterThanOrEqualTo(observation.due());
                assertThat(observation.kind())
                        .isEqualTo(observation.tick() % 5 == 0 ? AnswerKind.TIMEOUT : AnswerKind.CORRECT);
            });
            assertThat(seen).extracting(Observation::tick).doesNotHaveDuplicates();
            assertThat(probing.completeUntil())
                    .isGreaterThan(seen.get(ENOUGH - 1).started());
        }
    }

    @Test
    void givesUpNoEarlierThanTheTimeout() throws Exception {
        try (OpenLoopScheduler scheduler = OpenLoopScheduler.of(clock)) {
            scheduler.start(spec(), new Hanging(), this::take);
            assertThat(enough.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(seen)
                .filteredOn(observation -> observation.kind() == AnswerKind.TIMEOUT)
                .isNotEmpty()
                .allSatisfy(observation -> assertThat(observation.ended().minus(observation.started()))
                        .isGreaterThanOrEqualTo(TIMEOUT));
    }
}
