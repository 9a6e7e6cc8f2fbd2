package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.verifiers.probe.link.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to PostgreSQL, and who is at its other end: that never changes while it lasts. */
final class SqlLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(SqlLink.class);
    /** Connection exceptions, and what a server says that ends the session: shutdown, crash, not yet up. */
    private static final String CONNECTION_EXCEPTION = "08";

    private static final String OPERATOR_INTERVENTION = "57P";

    private final Postgres postgres;
    /** Its life is longer than an attempt's: what opened it may be over when it is broken off. */
    private final Cancellation life = new Cancellation();

    private Connection connection;
    private String server = "";
    private boolean broken;

    SqlLink(Postgres postgres) {
        this.postgres = postgres;
    }

    @Override
    public void open(Duration timeout) throws SQLException {
        connection = postgres.open(timeout, life);
        server = Postgres.serverIdentity(connection);
    }

    Connection connection() {
        return connection;
    }

    /** Who answers. */
    String server() {
        return server;
    }

    /** Takes note of a failure that ends the session. A server that has become read-only ends none: pools keep such connections. */
    void failed(SQLException e) {
        String state = e.getSQLState() == null ? CONNECTION_EXCEPTION : e.getSQLState();
        broken |= state.startsWith(CONNECTION_EXCEPTION) || state.startsWith(OPERATOR_INTERVENTION);
    }

    @Override
    public boolean isReusable() {
        try {
            return !broken && connection != null && !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void abort() {
        life.cancel();
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing a connection to {}: {}", server, e.getMessage());
        }
    }
}
