package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.sandbox.SandboxProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPairIT {
    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    @Test
    void startsAPrimaryAndAStandbyThatStreams() throws Exception {
        assertThat(Sql.ask(pair, "primary", "select pg_is_in_recovery()")).isEqualTo("f");
        assertThat(Sql.ask(pair, "standby", "select pg_is_in_recovery()")).isEqualTo("t");
        assertThat(Sql.ask(pair, "standby", "select status from pg_stat_wal_receiver"))
                .isEqualTo("streaming");
        assertThat(Sql.ask(pair, "primary", "select sync_state from pg_stat_replication"))
                .isEqualTo("async");
    }

    @Test
    void tellsClientsWhichServerAnswers() throws Exception {
        assertThat(Sql.ask(pair, "primary", "select current_setting('cluster_name')"))
                .isEqualTo("primary");
        assertThat(Sql.ask(pair, "standby", "select current_setting('cluster_name')"))
                .isEqualTo("standby");
    }

    @Test
    void reachesThePrimaryThroughTheUsersPath() throws Exception {
        String password = Files.readString(Path.of(pair.facts().facts().get("passwordFile")))
                .strip();
        try (Connection connection = Sql.connect(pair, pair.facts().facts().get("jdbcUrl"), password)) {
            assertThat(Sql.ask(connection, "select current_setting('cluster_name')"))
                    .isEqualTo("primary");
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> Sql.connect(pair, pair.facts().facts().get("jdbcUrl"), "guessed"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void keepsThePasswordOutOfFactsAndInPrivateFiles() throws Exception {
        Path file = Path.of(pair.facts().facts().get("passwordFile"));
        String password = Files.readString(file).strip();

        assertThat(pair.facts().toString()).doesNotContain(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(file.resolveSibling("role.sql")).doesNotExist();
        assertThat(pair.toolbox().redactor().redact("it is " + password)).doesNotContain(password);
    }

    @Test
    void namesItsServersByProcessIdAndStartTime() {
        for (String member : new String[] {"primary", "standby"}) {
            assertThat(pair.process(member).info().startInstant().orElseThrow())
                    .hasToString(pair.member(member, "startedAt"));
            assertThat(pair.undo().data()).containsEntry(member + ".pid", pair.member(member, "pid"));
        }
    }

    @Test
    void describesThePairWithoutStartingIt() {
        SystemSpec spec = new SystemSpec("db", "sandbox", new Params(Map.of("name", "postgres-pair")));
        SystemFacts planned = new SandboxProvider().describe(spec);

        assertThat(planned.sandbox()).isTrue();
        assertThat(planned.members()).extracting(SystemFacts.Member::name).containsExactly("primary", "standby");
        assertThat(planned.member("primary").orElseThrow().facts()).containsOnlyKeys("host");
        assertThat(planned.facts()).doesNotContainKeys("jdbcUrl", "passwordFile");
    }
}
