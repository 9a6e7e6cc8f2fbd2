package dev.musterpoint.verifiers.workload.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.Workload;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class SqlWorkloadIT {
    private static final Duration AMPLE = Duration.ofSeconds(5);

    private final MemoryLedger ledger = new MemoryLedger();
    private final SqlWorkloadProvider provider = new SqlWorkloadProvider();
    private Workload workload;

    private Workload workload(SandboxPair pair) {
        return workload(pair, Map.of());
    }

    private Workload workload(SandboxPair pair, Map<String, Object> more) {
        Map<String, Object> params = new HashMap<>(Map.of("writers", 4, "rate", "2000/s", "timeout", "1s"));
        params.putAll(more);
        WorkloadSpec spec = new WorkloadSpec("orders", "sql", Optional.of("db"), new Params(params));
        workload = provider.workload(spec, pair.toolbox());
        return workload;
    }

    @AfterEach
    void close() {
        if (workload != null) {
            workload.close();
        }
    }

    private Map<WriteId, ReadBackRow> readBack() throws Exception {
        Map<WriteId, ReadBackRow> rows = new HashMap<>();
        workload.readBack(row -> rows.put(row.id(), row));
        return rows;
    }

    private static Set<WriteId> ids(List<WriteAnswer> answers) {
        Set<WriteId> ids = new HashSet<>();
        answers.forEach(answer -> ids.add(answer.id()));
        return ids;
    }

    private static void execute(SandboxPair pair, String member, String sql) throws SQLException {
        try (Connection connection =
                        Postgres.of(pair.facts(), pair.toolbox().redactor()).openMember(member, AMPLE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Nested
    class OnAPair {
        @RegisterExtension
        final SandboxPair pair = SandboxPair.async();

        @Test
        void readsBackEveryRowThatWasAcknowledged() throws Exception {
            workload(pair).create();
            workload.start(ledger);
            ledger.await(500, answer -> true);
            workload.stop();

            Map<WriteId, ReadBackRow> rows = readBack();

            assertThat(rows.keySet()).isEqualTo(ids(ledger.answers(WriteOutcome.ACKNOWLEDGED)));
            assertThat(rows.values()).allSatisfy(row -> {
                assertThat(row.intact()).isTrue();
                assertThat(row.checksum()).isEqualTo(ledger.attempt(row.id()).checksum());
            });
            assertThat(ledger.answers()).extracting(WriteAnswer::server).containsOnly("primary");
            assertThat(ledger.answers()).hasSize(ledger.attempts());
        }

        @Test
        void seesRowsThatWereTamperedWithOrRemoved() throws Exception {
            workload(pair).create();
            workload.start(ledger);
            ledger.await(new WriteId(0, 0, 0));
            ledger.await(new WriteId(1, 1, 0));
            workload.stop();
            execute(
                    pair,
                    "primary",
                    "update musterpoint_ledger set payload = 'forged' where writer = 0 and sequence = 0");
            execute(pair, "primary", "delete from musterpoint_ledger where writer = 1 and sequence = 0");

            Map<WriteId, ReadBackRow> rows = readBack();

            assertThat(rows.get(new WriteId(0, 0, 0)).intact()).isFalse();
            assertThat(rows).doesNotContainKey(new WriteId(1, 0, 0)).containsKey(new WriteId(1, 1, 0));
        }

        @Test
        void callsAWriteThatTheServerRefusesFailed() throws Exception {
            workload(pair).create();
            execute(pair, "primary", "alter table musterpoint_ledger add check (sequence <> 3)");
            workload.start(ledger);
            ledger.await(1, answer -> answer.outcome() == WriteOutcome.FAILED);
            workload.stop();

            assertThat(ledger.answers(WriteOutcome.FAILED))
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.id().sequence()).isEqualTo(3));
            assertThat(readBack().keySet()).isEqualTo(ids(ledger.answers(WriteOutcome.ACKNOWLEDGED)));
        }

        @Test
        void recordsEachRetryAsAnAttemptOfItsOwn() throws Exception {
            workload(pair, Map.of("attempts", 3)).create();
            execute(pair, "primary", "alter table musterpoint_ledger add check (attempt = 2 or sequence <> 3)");
            workload.start(ledger);
            ledger.await(new WriteId(0, 3, 2));
            workload.stop();

            assertThat(ids(ledger.answers(WriteOutcome.FAILED)))
                    .contains(new WriteId(0, 3, 0), new WriteId(0, 3, 1))
                    .doesNotContain(new WriteId(0, 3, 2));
            assertThat(readBack()).containsKey(new WriteId(0, 3, 2));
        }

        @Test
        void callsWritesFailedThatNeverReachedCommit() throws Exception {
            workload(pair).create();
            workload.start(ledger);
            ledger.await(50, answer -> true);
            pair.kill("primary");
            ledger.await(20, answer -> answer.outcome() == WriteOutcome.FAILED);
            execute(pair, "standby", "select pg_promote()");
            ledger.await(20, answer -> answer.server().equals("standby"));
            workload.stop();

            Set<WriteId> rows = readBack().keySet();

            assertThat(rows).doesNotContainAnyElementsOf(ids(ledger.answers(WriteOutcome.FAILED)));
            assertThat(workload.readBack(row -> {})).isEqualTo("standby");
        }

        @Test
        void refusesATableThatIsThere() throws Exception {
            execute(pair, "primary", "create table musterpoint_ledger (precious text)");

            assertThatThrownBy(() -> workload(pair).create()).hasMessageContaining("exists already");
        }

        @Test
        void refusesANameThatIsMoreThanAName() {
            assertThatThrownBy(() -> workload(pair, Map.of("table", "x; drop table y")))
                    .hasMessageContaining("is no name for a table");
        }

        @Test
        void removesItsTableFromTheRecordAlone() throws Exception {
            UndoRecord undo = workload(pair).prepare();
            UndoHandler handler = provider.undo("sql", pair.toolbox());
            handler.recover(undo);
            workload.create();
            assertThat(handler.inspect(undo).state()).isEqualTo(CleanUp.DIRTY);

            handler.recover(undo);
            handler.recover(undo);

            assertThat(handler.inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        }

        @Test
        void leavesATableOfAnotherRun() throws Exception {
            UndoRecord undo = workload(pair).prepare();
            execute(pair, "primary", "create table musterpoint_ledger (precious text)");

            provider.undo("sql", pair.toolbox()).recover(undo);

            execute(pair, "primary", "select precious from musterpoint_ledger");
        }
    }

    @Nested
    class OnALaggingPair {
        @RegisterExtension
        final SandboxPair pair = SandboxPair.delayed("500ms");

        @Test
        void findsAcknowledgedRowsMissingAfterFailover() throws Exception {
            workload(pair).create();
            workload.start(ledger);
            ledger.await(1000, answer -> answer.outcome() == WriteOutcome.ACKNOWLEDGED);
            pair.kill("primary");
            execute(pair, "standby", "select pg_promote()");
            ledger.await(20, answer -> answer.server().equals("standby"));
            workload.stop();

            Set<WriteId> lost = ids(ledger.answers(WriteOutcome.ACKNOWLEDGED));
            lost.removeAll(readBack().keySet());

            assertThat(lost).isNotEmpty();
            assertThat(ledger.answers())
                    .filteredOn(answer -> lost.contains(answer.id()))
                    .extracting(WriteAnswer::server)
                    .containsOnly("primary");
        }
    }
}
