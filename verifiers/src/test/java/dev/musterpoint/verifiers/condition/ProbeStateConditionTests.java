package dev.musterpoint.verifiers.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Condition.Answer;
import dev.musterpoint.drills.spi.ProbeStates;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ProbeStateConditionTests {
    private static final ProbeStates.State FAILED = ProbeStates.State.NOTHING.after(false, "refused");

    private static Answer ask(ProbeStates.State state, boolean good) {
        ProbeStates states = new ProbeStates() {
            @Override
            public State of(String probe) {
                return state;
            }

            @Override
            public State await(String probe, Predicate<State> condition, Cancellation cancellation) {
                throw new UnsupportedOperationException("a condition looks once and does not wait");
            }
        };
        return new ProbeStateCondition(states, "write", good).holds(Duration.ofSeconds(1), new Cancellation());
    }

    @Test
    void tellsHowTheLastAttemptWas() {
        assertThat(ask(FAILED, false)).isEqualTo(new Answer(Holds.YES, "probe 'write' is failing (refused)"));
        assertThat(ask(FAILED, true).holds()).isEqualTo(Holds.NO);
        assertThat(ask(FAILED.after(true, ""), true)).isEqualTo(new Answer(Holds.YES, "probe 'write' is good"));
        assertThat(ask(FAILED.after(true, ""), false).holds()).isEqualTo(Holds.NO);
    }

    @Test
    void knowsNothingBeforeTheFirstAttemptHasEnded() {
        assertThat(ask(ProbeStates.State.NOTHING, true).holds()).isEqualTo(Holds.UNKNOWN);
    }
}
