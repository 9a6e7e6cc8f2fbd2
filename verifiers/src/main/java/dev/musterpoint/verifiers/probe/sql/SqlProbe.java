package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Connects as users do, anew each time; writes a row of its own, and reads it back. So it shows routing, authentication and
 * that the server takes writes, and who it was. A server that only reads gives a wrong answer.
 */
final class SqlProbe implements Probe {
    private static final String READ_ONLY_SQL_TRANSACTION = "25006";

    private final Postgres postgres;
    private final ProbeTable table;
    private final String prefix;

    /** @param prefix what the tokens of this probe in this run begin with */
    SqlProbe(Postgres postgres, ProbeTable table, String prefix) {
        this.postgres = postgres;
        this.table = table;
        this.prefix = prefix;
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws SQLException {
        try (Connection connection = postgres.open(timeout, cancellation)) {
            String server = Postgres.serverIdentity(connection);
            try {
                return writeAndRead(connection, prefix + tick + "/" + slot, server);
            } catch (SQLException e) {
                if (READ_ONLY_SQL_TRANSACTION.equals(e.getSQLState())) {
                    return Answer.wrong("read-only: " + e.getMessage(), server);
                }
                throw e;
            }
        }
    }

    private Answer writeAndRead(Connection connection, String token, String server) throws SQLException {
        table.ensure(connection);
        table.write(connection, token);
        return table.holds(connection, token)
                ? Answer.correct(server)
                : Answer.wrong("the row just written could not be read", server);
    }

    @Override
    public void close() {
        table.cleanUp(postgres, prefix);
    }
}
