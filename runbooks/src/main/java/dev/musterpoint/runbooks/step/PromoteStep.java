package dev.musterpoint.runbooks.step;

import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Outputs;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes a standby the primary. Done when the server says that it recovers no more; doing it again does nothing. */
final class PromoteStep implements StepExecutor {
    static final String MEMBER = SqlStep.MEMBER;

    static final OutputTypes OUTPUTS = new OutputTypes(
            Map.of(
                    MEMBER,
                    "the member that is the primary now",
                    "host",
                    "the host that it listens on",
                    "port",
                    "the port that it listens on"),
            List.of());

    private final Toolbox toolbox;

    PromoteStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation, Outputs outputs)
            throws SQLException {
        String said = execute(step, probes, cancellation);
        String member = step.params().text(MEMBER);
        outputs.publish(MEMBER, member);
        toolbox.systems().get(step.system().orElseThrow()).member(member).ifPresent(found -> {
            outputs.publish("host", found.facts().get("host"));
            outputs.publish("port", found.facts().get("port"));
        });
        return said;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation) throws SQLException {
        String member = step.params().text(MEMBER);
        try (Connection connection = StepConnection.open(step, toolbox, cancellation)) {
            if (!isStandby(connection)) {
                return member + " was a primary already";
            }
            cancellation.throwIfCancelled();
            promote(connection, step.timeout());
            if (isStandby(connection)) {
                throw new IllegalStateException(member + " was told to promote and is still a standby after "
                        + step.timeout().toMillis() + " ms; its log says why");
            }
            return member + " is the primary now";
        }
    }

    private static boolean isStandby(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_is_in_recovery()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void promote(Connection connection, Duration timeout) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_promote(true, ?)")) {
            statement.setInt(1, (int) Math.max(1, Math.min(timeout.toSeconds(), Integer.MAX_VALUE)));
            statement.execute();
        }
    }
}
