package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplicationIT {
    private static final int ROWS = 50;

    /** Writes rows one by one, kills the primary after the last acknowledgement, promotes, and counts what is left. */
    private static int survivors(SandboxPair pair) throws Exception {
        try (Connection connection = Sql.connect(pair, "primary");
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (id int primary key)");
            awaitTable(pair);
            for (int i = 0; i < ROWS; i++) {
                statement.execute("insert into kept select coalesce(max(id), 0) + 1 from kept");
            }
        }
        pair.kill("primary");
        Sql.ask(pair, "standby", "select pg_promote()");
        return Integer.parseInt(Sql.ask(pair, "standby", "select count(*) from kept"));
    }

    private static void awaitTable(SandboxPair pair) throws Exception {
        try (Connection standby = Sql.connect(pair, "standby")) {
            await().atMost(ONE_MINUTE).until(() -> Sql.ask(standby, "select to_regclass('kept')") != null);
        }
    }

    @Nested
    class Delayed {
        @RegisterExtension
        final SandboxPair pair = SandboxPair.delayed("2s");

        @Test
        void losesWhatThePrimaryAcknowledgedLast() throws Exception {
            assertThat(survivors(pair)).isLessThan(ROWS);
        }
    }

    @Nested
    class Synchronous {
        @RegisterExtension
        final SandboxPair pair = SandboxPair.sync();

        @Test
        void losesNothing() throws Exception {
            assertThat(Sql.ask(pair, "primary", "select sync_state from pg_stat_replication"))
                    .isEqualTo("sync");
            assertThat(survivors(pair)).isEqualTo(ROWS);
        }

        @Test
        void acceptsWritesOncePromotedAlone() throws Exception {
            survivors(pair);

            assertThat(Sql.ask(pair, "standby", "insert into kept values (1000) returning id"))
                    .isEqualTo("1000");
        }
    }
}
