package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Cancellation;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoteIT {
    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private String demote(Map<String, Object> with, Cancellation cancellation) throws Exception {
        Automated step = new Automated(
                "take the service from it",
                StepPart.SWITCH,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                "postgres/demote",
                Optional.of(SandboxPair.NAME),
                new Params(with));
        return new SandboxSteps().executor("postgres/demote", pair.toolbox()).execute(step, null, cancellation);
    }

    @Test
    void leavesTheStandbyWithAllThatWasAcknowledged() throws Exception {
        try (Connection connection = Sql.connect(pair, "primary");
                Statement sql = connection.createStatement()) {
            sql.execute("create table written as select generate_series(1, 100000) as id");
        }

        assertThat(demote(Map.of("member", "primary"), new Cancellation()))
                .isEqualTo("primary has shut down after its standby had everything");

        assertThat(ProcessHandle.of(Long.parseLong(pair.member("primary", "pid")))
                        .filter(ProcessHandle::isAlive))
                .isEmpty();
        Sql.ask(pair, "standby", "select pg_promote()");
        assertThat(Sql.ask(pair, "standby", "select count(*) from written")).isEqualTo("100000");
    }

    @Test
    void refusesToLoseWhatNoStandbyHasUnlessToldTo() throws Exception {
        pair.kill("standby");

        assertThatThrownBy(this::awaitRefusal).hasMessageContaining("no standby streams from primary");
        assertThat(pair.process("primary").isAlive()).isTrue();

        assertThat(demote(Map.of("member", "primary", "withoutStandby", true), new Cancellation()))
                .isEqualTo("primary has shut down; no standby had followed it");
    }

    /** The primary notices a moment later that its standby is gone. */
    private void awaitRefusal() throws Exception {
        await().atMost(ONE_MINUTE)
                .until(() -> "0".equals(Sql.ask(pair, "primary", "select count(*) from pg_stat_replication")));
        demote(Map.of("member", "primary"), new Cancellation());
    }

    @Test
    void stopsNothingThatIsNoLongerWanted() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> demote(Map.of("member", "primary"), cancellation))
                .hasMessageContaining("no longer wanted");

        assertThat(pair.process("primary").isAlive()).isTrue();
    }
}
