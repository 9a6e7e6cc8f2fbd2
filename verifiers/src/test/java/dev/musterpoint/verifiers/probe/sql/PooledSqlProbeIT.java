package dev.musterpoint.verifiers.probe.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Probe.Answer;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a stale pool does to its users, beside a lane of fresh connections that feels none of it. */
class PooledSqlProbeIT {
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final String SESSIONS =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'musterpoint' AND query LIKE '%musterpoint_probe%' AND pid <> pg_backend_pid()";

    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private Probe probe(Map<String, Object> params) {
        ProbeSpec spec =
                new ProbeSpec("write", "sql", Optional.of("db"), AMPLE, AMPLE, AMPLE, 1, 8, new Params(params));
        return new SqlProbeProvider().probe(spec, pair.toolbox());
    }

    private Probe pooled() {
        return probe(Map.of("connections", "pooled"));
    }

    private static Answer ask(Probe probe, long tick) throws Exception {
        return probe.attempt(tick, 0, AMPLE, new Cancellation());
    }

    private String query(String member, String sql) throws SQLException {
        try (Connection connection =
                        Postgres.of(pair.facts(), pair.toolbox().redactor()).openMember(member, AMPLE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void keepsItsConnection() throws Exception {
        try (Probe probe = pooled()) {
            assertThat(ask(probe, 0)).isEqualTo(Answer.correct("primary"));
            assertThat(ask(probe, 1)).isEqualTo(Answer.correct("primary"));

            assertThat(query("primary", SESSIONS)).isEqualTo("1");
        }
    }

    @Test
    void feelsAStaleConnectionAfterAFailoverWhereAFreshOneDoesNot() throws Exception {
        try (Probe pooled = pooled();
                Probe fresh = probe(Map.of("table", "fresh_lane"))) {
            ask(pooled, 0);
            ask(fresh, 0);
            pair.kill("primary");
            query("standby", "select pg_promote()");

            assertThat(ask(fresh, 1)).isEqualTo(Answer.correct("standby"));
            assertThatThrownBy(() -> ask(pooled, 1)).isInstanceOf(SQLException.class);
            assertThat(ask(pooled, 2)).isEqualTo(Answer.correct("standby"));
        }
    }

    @Test
    void feelsAServerThatEndsItsSessions() throws Exception {
        try (Probe probe = pooled()) {
            ask(probe, 0);
            query(
                    "primary",
                    "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
                            + " where application_name = 'musterpoint' and pid <> pg_backend_pid()");

            assertThatThrownBy(() -> ask(probe, 1)).isInstanceOf(SQLException.class);
            assertThat(ask(probe, 2).correct()).isTrue();
        }
    }

    @Test
    void keepsAskingAServerThatHasBecomeReadOnly() throws Exception {
        try (Probe probe = pooled()) {
            ask(probe, 0);
            execute("primary", "alter system set default_transaction_read_only = on");
            query("primary", "select pg_reload_conf()");

            assertThat(askUntilWrong(probe).detail()).startsWith("read-only");
            assertThat(ask(probe, 1_001).detail()).startsWith("read-only");
        }
    }

    /** Sessions hear of new settings between two statements, a moment after the reload. */
    private static Answer askUntilWrong(Probe probe) throws Exception {
        for (long tick = 1; tick < 1_000; tick++) {
            Answer answer = ask(probe, tick);
            if (!answer.correct()) {
                return answer;
            }
        }
        throw new AssertionError("it never became read-only");
    }

    private void execute(String member, String sql) throws SQLException {
        try (Connection connection =
                        Postgres.of(pair.facts(), pair.toolbox().redactor()).openMember(member, AMPLE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void refusesNumbersThatMakeNoPool() {
        SqlProbeProvider provider = new SqlProbeProvider();

        assertThat(provider.problems(new Params(Map.of("connections", "pooled", "poolSize", 0, "maxLifetime", "0s"))))
                .isEqualTo(List.of("'poolSize' must be at least 1", "'maxLifetime' must be longer than 0"));
        assertThat(provider.problems(new Params(Map.of("poolSize", 4))))
                .containsExactly("'poolSize' and 'maxLifetime' are of a pool; add 'connections: pooled'");
        assertThat(provider.problems(new Params(Map.of("connections", "pooled", "poolSize", 4))))
                .isEmpty();
    }
}
