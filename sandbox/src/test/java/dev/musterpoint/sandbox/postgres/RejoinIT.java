package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.sandbox.kind.SandboxException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RejoinIT {
    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private String rejoin(String member) throws Exception {
        Automated step = new Automated(
                "bring it back",
                StepPart.ACT,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                "postgres/rejoin",
                Optional.of(SandboxPair.NAME),
                new Params(Map.of("member", member)));
        return new SandboxSteps().executor("postgres/rejoin", pair.toolbox()).execute(step, null, new Cancellation());
    }

    private void failOver() throws Exception {
        pair.kill("primary");
        Sql.ask(pair, "standby", "select pg_promote()");
    }

    private void make(String member, String statement) throws Exception {
        try (Connection connection = Sql.connect(pair, member);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void awaitRow(String member, String query) throws Exception {
        try (Connection connection = Sql.connect(pair, member)) {
            await().atMost(ONE_MINUTE).until(() -> "1".equals(Sql.ask(connection, query)));
        }
    }

    @Test
    void makesADeadPrimaryAStandbyThatFollows() throws Exception {
        failOver();

        assertThat(rejoin("primary")).isEqualTo("primary is a standby of standby now");

        assertThat(Sql.ask(pair, "primary", "select pg_is_in_recovery()")).isEqualTo("t");
        assertThat(Sql.ask(pair, "primary", "show cluster_name")).isEqualTo("primary");
        make("standby", "create table later (id int)");
        awaitRow("primary", "select count(*) from pg_class where relname = 'later'");
    }

    @Test
    void goesBackAndForth() throws Exception {
        failOver();
        rejoin("primary");
        pair.kill("standby");
        Sql.ask(pair, "primary", "select pg_promote()");

        rejoin("standby");

        assertThat(Sql.ask(pair, "primary", "select pg_is_in_recovery()")).isEqualTo("f");
        assertThat(Sql.ask(pair, "standby", "select pg_is_in_recovery()")).isEqualTo("t");
    }

    @Test
    void refusesAMemberThatStillRuns() {
        assertThatThrownBy(() -> rejoin("primary"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("primary still runs");
    }

    @Test
    void namesTheMembersWhenThereIsNoSuchOne() {
        assertThatThrownBy(() -> rejoin("third")).hasMessageContaining("it has [primary, standby]");
    }
}
