package dev.musterpoint.verifiers.probe.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Probe.Answer;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import dev.musterpoint.verifiers.probe.link.FreshLinks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlProbeIT {
    private static final Duration AMPLE = Duration.ofSeconds(5);

    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private final SqlProbeProvider provider = new SqlProbeProvider();
    private final ProbeSpec spec =
            new ProbeSpec("write", "sql", Optional.of("db"), AMPLE, AMPLE, AMPLE, 1, 8, Params.NONE);

    private Probe probe() {
        return provider.probe(spec, pair.toolbox());
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

    private void execute(String member, String sql) throws SQLException {
        try (Connection connection =
                        Postgres.of(pair.facts(), pair.toolbox().redactor()).openMember(member, AMPLE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void writesReadsAndNamesTheServer() throws Exception {
        try (Probe probe = probe()) {
            assertThat(ask(probe, 0)).isEqualTo(Answer.correct("primary"));
            assertThat(ask(probe, 1)).isEqualTo(Answer.correct("primary"));

            assertThat(query("primary", "select count(*) from musterpoint_probe"))
                    .isEqualTo("2");
        }
    }

    /** What the record says, as whoever takes over a run finds it. */
    private UndoRecord undo() {
        return provider.prepare(spec, pair.toolbox()).orElseThrow();
    }

    private CleanUp left() throws InjectionException {
        return handler().inspect(undo()).state();
    }

    private UndoHandler handler() {
        return provider.undo("sql", pair.toolbox());
    }

    @Test
    void theTableThatItMadeIsRemovedFromTheRecordAlone() throws Exception {
        assertThat(left()).as("before anything was asked").isEqualTo(CleanUp.CLEAN);
        ask(probe(), 0);
        assertThat(left()).isEqualTo(CleanUp.DIRTY);

        handler().recover(undo());
        handler().recover(undo());

        assertThat(left()).isEqualTo(CleanUp.CLEAN);
        assertThat(query("primary", "select to_regclass('musterpoint_probe') is null"))
                .isEqualTo("t");
    }

    @Test
    void leavesATableThatWasThereBefore() throws Exception {
        execute("primary", "create table musterpoint_probe (token text primary key)");
        execute("primary", "insert into musterpoint_probe values ('of somebody else')");
        ask(probe(), 0);
        assertThat(left()).isEqualTo(CleanUp.DIRTY);

        handler().recover(undo());

        assertThat(left()).isEqualTo(CleanUp.CLEAN);
        assertThat(query("primary", "select string_agg(token, ',') from musterpoint_probe"))
                .isEqualTo("of somebody else");
    }

    @Test
    void whatCannotBeLookedAtIsNotCalledClean() throws Exception {
        ask(probe(), 0);
        UndoRecord undo = undo();
        pair.kill("primary");
        assertThat(handler().inspect(undo).state()).isEqualTo(CleanUp.UNKNOWN);
        assertThatThrownBy(() -> handler().recover(undo)).isInstanceOf(InjectionException.class);
    }

    @Test
    void callsAReadOnlyAnswerWrong() throws Exception {
        ask(probe(), 0);
        Map<String, String> facts = new HashMap<>(pair.facts().facts());
        facts.put("jdbcUrl", "jdbc:postgresql://127.0.0.1:" + pair.member("standby", "port") + "/postgres");
        Postgres standby = Postgres.of(
                new SystemFacts("db", "postgres", false, facts, List.of()),
                pair.toolbox().redactor());
        SqlProbe probe = new SqlProbe(
                new FreshLinks<>(() -> new SqlLink(standby)), new ProbeTable(new TableName("elsewhere"), "x"));

        Answer answer = ask(probe, 0);

        assertThat(answer.correct()).isFalse();
        assertThat(answer.server()).isEqualTo("standby");
        assertThat(answer.detail()).startsWith("read-only");
    }

    @Test
    void failsWhileThePrimaryIsDownAndFindsThePromotedOne() throws Exception {
        Probe probe = probe();
        ask(probe, 0);
        pair.kill("primary");
        assertThatThrownBy(() -> ask(probe, 1)).isInstanceOf(SQLException.class);

        query("standby", "select pg_promote()");

        assertThat(ask(probe, 2)).isEqualTo(Answer.correct("standby"));
    }

    @Test
    void makesItsTableAnewOnAServerThatHadNotHeardOfIt() throws Exception {
        Probe probe = probe();
        ask(probe, 0);
        execute("primary", "drop table musterpoint_probe");

        assertThatThrownBy(() -> ask(probe, 1)).isInstanceOf(SQLException.class);

        assertThat(ask(probe, 2).correct()).isTrue();
    }
}
