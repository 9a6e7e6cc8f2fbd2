package dev.musterpoint.runbooks.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WaitForTests {
    private final Cancellation cancellation = new Cancellation();

    /** A probe {@code write} that gives these answers, one at each look, and is then waited for in vain. */
    private String wait(Map<String, Object> with, Boolean... answers) throws Exception {
        Iterator<Boolean> next = List.of(answers).iterator();
        ProbeStates probes = new ProbeStates() {
            private State state = State.NOTHING;

            @Override
            public State of(String probe) {
                assertThat(probe).isEqualTo("write");
                return state;
            }

            @Override
            public State await(String probe, Predicate<State> condition, Cancellation asked) {
                while (!condition.test(of(probe))) {
                    if (!next.hasNext()) {
                        asked.cancel();
                    }
                    asked.throwIfCancelled();
                    state = state.after(next.next(), "connection refused");
                }
                return state;
            }
        };
        return new WaitFor()
                .execute(
                        new RunbookStep.Automated(
                                "wait",
                                StepPart.DETECT,
                                Duration.ZERO,
                                Duration.ofSeconds(1),
                                "wait-for",
                                Optional.empty(),
                                new Params(with)),
                        probes,
                        cancellation);
    }

    @Test
    void waitsForBadAnswersInARow() throws Exception {
        assertThat(wait(Map.of("probe", "write", "state", "bad"), true, false, false, true, false, false, false))
                .isEqualTo("probe 'write' was bad 3 times in a row; the last: connection refused");
    }

    @Test
    void waitsForAsManyGoodAnswersAsWanted() throws Exception {
        assertThat(wait(Map.of("probe", "write", "count", 2), true, false, true, true))
                .isEqualTo("probe 'write' was good 2 times in a row");
    }

    @Test
    void endsWhenNoLongerWanted() {
        assertThatThrownBy(() -> wait(Map.of("probe", "write", "count", 2), true, false, true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesToWaitForNothing() {
        assertThatThrownBy(() -> wait(Map.of("probe", "write", "count", 0)))
                .hasMessageContaining("count must be at least 1");
    }
}
