package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.verifiers.probe.link.Links;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Connects as users do, anew each time or from a pool; writes a row of its own, and reads it back. So it shows routing,
 * authentication and that the server takes writes, and who it was. A server that only reads gives a wrong answer.
 */
final class SqlProbe implements Probe {
    private static final String READ_ONLY_SQL_TRANSACTION = "25006";

    private final Links<SqlLink> links;
    private final ProbeTable table;

    SqlProbe(Links<SqlLink> links, ProbeTable table) {
        this.links = links;
        this.table = table;
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws Exception {
        return links.use(timeout, cancellation, link -> ask(link, table.token(tick, slot)));
    }

    private Answer ask(SqlLink link, String token) throws SQLException {
        try {
            return writeAndRead(link, token);
        } catch (SQLException e) {
            link.failed(e);
            if (READ_ONLY_SQL_TRANSACTION.equals(e.getSQLState())) {
                return Answer.wrong("read-only: " + e.getMessage(), link.server());
            }
            throw e;
        }
    }

    private Answer writeAndRead(SqlLink link, String token) throws SQLException {
        table.ensure(link.connection());
        table.write(link.connection(), token);
        return table.holds(link.connection(), token)
                ? Answer.correct(link.server())
                : Answer.wrong("the row just written could not be read", link.server());
    }

    @Override
    public void close() {
        links.close();
    }
}
