package dev.musterpoint.verifiers.condition;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Condition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Whether a PostgreSQL server is a primary, or a standby: a server that recovers is a standby. */
final class PostgresRoleCondition implements Condition {
    private final Postgres postgres;
    private final String system;
    private final Optional<String> member;
    private final boolean primary;

    /**
     * @param member  which server; empty for whichever the users' path leads to
     * @param primary whether it must be a primary, rather than a standby
     */
    PostgresRoleCondition(Postgres postgres, String system, Optional<String> member, boolean primary) {
        this.postgres = postgres;
        this.system = system;
        this.member = member;
        this.primary = primary;
    }

    @Override
    public Answer holds(Duration timeout, Cancellation cancellation) throws SQLException {
        try (Connection connection = open(timeout, cancellation)) {
            boolean isPrimary = !isStandby(connection);
            String server = member.map(name -> "'" + name + "' of system '" + system + "'")
                    .orElse("the server of system '" + system + "' (" + Postgres.serverIdentity(connection) + ")");
            return Answer.of(isPrimary == primary, server + " is a " + (isPrimary ? "primary" : "standby"));
        }
    }

    private Connection open(Duration timeout, Cancellation cancellation) throws SQLException {
        return member.isPresent()
                ? postgres.openMember(member.get(), timeout, cancellation)
                : postgres.open(timeout, cancellation);
    }

    private static boolean isStandby(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
