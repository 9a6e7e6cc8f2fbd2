package dev.musterpoint.verifiers.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Condition;
import dev.musterpoint.drills.spi.Condition.Answer;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRoleIT {
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final ProbeStates NO_PROBES = new ProbeStates() {
        @Override
        public State of(String probe) {
            return State.NOTHING;
        }

        @Override
        public State await(String probe, Predicate<State> condition, Cancellation cancellation) {
            return State.NOTHING;
        }
    };

    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private Condition condition(Map<String, Object> params) {
        ConditionSpec spec = new ConditionSpec("postgres/role", Optional.of("db"), new Params(params));
        return new StandardConditions().condition(spec, pair.toolbox(), NO_PROBES);
    }

    private Answer ask(Map<String, Object> params) throws Exception {
        return condition(params).holds(AMPLE, new Cancellation());
    }

    @Test
    void tellsTheRoleOfAMember() throws Exception {
        assertThat(ask(Map.of("member", "primary", "is", "primary")))
                .isEqualTo(new Answer(Holds.YES, "'primary' of system 'db' is a primary"));
        assertThat(ask(Map.of("member", "standby", "is", "primary")))
                .isEqualTo(new Answer(Holds.NO, "'standby' of system 'db' is a standby"));
        assertThat(ask(Map.of("member", "standby", "is", "standby")).holds()).isEqualTo(Holds.YES);
    }

    @Test
    void tellsTheRoleOfWhoeverAnswers() throws Exception {
        assertThat(ask(Map.of("is", "primary")))
                .isEqualTo(new Answer(Holds.YES, "the server of system 'db' (primary) is a primary"));
    }

    @Test
    void seesAPromotion() throws Exception {
        promote();
        assertThat(ask(Map.of("member", "standby", "is", "primary")).holds()).isEqualTo(Holds.YES);
    }

    private void promote() throws SQLException {
        try (Connection connection =
                        Postgres.of(pair.facts(), pair.toolbox().redactor()).openMember("standby", AMPLE);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_promote()");
        }
    }

    @Test
    void cannotTellOnceItIsNoLongerWanted() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> condition(Map.of("is", "primary")).holds(AMPLE, cancellation))
                .isInstanceOf(SQLException.class);
    }
}
