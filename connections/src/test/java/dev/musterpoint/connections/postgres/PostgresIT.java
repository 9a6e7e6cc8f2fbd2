package dev.musterpoint.connections.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIT {
    private static final Duration AMPLE = Duration.ofSeconds(5);
    /** What a machine with other work may add; the driver's own timeouts end after 5 s, or never. */
    private static final Duration LOADED = Duration.ofSeconds(2);

    private static final Duration SHORT = Duration.ofMillis(300);

    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private Postgres postgres;

    @BeforeEach
    void client() {
        postgres = Postgres.of(pair.facts(), pair.toolbox().redactor());
    }

    @Test
    void reachesThePrimaryThroughTheUsersPath() throws Exception {
        try (Connection connection = postgres.open(AMPLE)) {
            assertThat(Postgres.serverIdentity(connection)).isEqualTo("primary");
        }
    }

    @Test
    void reachesAMemberWhateverItsRole() throws Exception {
        try (Connection connection = postgres.openMember("standby", AMPLE)) {
            assertThat(Postgres.serverIdentity(connection)).isEqualTo("standby");
        }
    }

    @Test
    void refusesAMemberThatDoesNotExist() {
        assertThatThrownBy(() -> postgres.openMember("tertiary", AMPLE)).hasMessageContaining("[primary, standby]");
    }

    @Test
    void boundsAuthenticationByAStoppedServer() throws Exception {
        signal("STOP", pair.process("primary").pid());
        Stopwatch watch = new Stopwatch(pair.toolbox().clock());

        assertThatThrownBy(() -> postgres.openMember("primary", SHORT)).isInstanceOf(SQLException.class);

        assertThat(watch.elapsed()).isBetween(SHORT.minusMillis(20), SHORT.plus(LOADED));
    }

    @Test
    void findsThePromotedServerBehindAStoppedOne() throws Exception {
        try (Connection standby = postgres.openMember("standby", AMPLE);
                Statement statement = standby.createStatement()) {
            signal("STOP", pair.process("primary").pid());
            statement.execute("select pg_promote()");
        }

        try (Connection connection = postgres.open(Duration.ofSeconds(1))) {
            assertThat(Postgres.serverIdentity(connection)).isEqualTo("standby");
        }
    }

    @Test
    void boundsEachQuery() throws Exception {
        try (Connection connection = postgres.open(SHORT);
                Statement statement = connection.createStatement()) {
            signal("STOP", backend(statement));
            Stopwatch watch = new Stopwatch(pair.toolbox().clock());

            assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);

            assertThat(watch.elapsed()).isBetween(SHORT.minusMillis(20), SHORT.plus(LOADED));
        }
    }

    @Test
    void breaksOffAQueryWhenCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (Connection connection = postgres.open(AMPLE, cancellation);
                Statement statement = connection.createStatement()) {
            signal("STOP", backend(statement));
            Stopwatch watch = new Stopwatch(pair.toolbox().clock());
            Thread canceller = new Thread(cancellation::cancel);
            canceller.start();

            assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);

            assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void saysWhoWasRefused() {
        Map<String, String> facts = new HashMap<>(pair.facts().facts());
        facts.put("user", "stranger");
        Postgres stranger = Postgres.of(new SystemFacts("db", "sandbox", true, facts, List.of()), new Redactor());

        assertThatThrownBy(() -> stranger.open(AMPLE)).hasMessageContaining("stranger");
    }

    private static long backend(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void signal(String signal, long pid) throws Exception {
        new ProcessBuilder("kill", "-s", signal, Long.toString(pid)).start().waitFor();
    }
}
