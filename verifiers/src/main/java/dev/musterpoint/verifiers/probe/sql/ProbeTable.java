package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.connections.postgres.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The small table that a probe writes to. Made by the first attempt that finds none, and then dropped at the end. */
final class ProbeTable {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeTable.class);
    private static final String UNDEFINED_TABLE = "42P01";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Postgres postgres;
    private final TableName name;
    private boolean ensured;
    private boolean ours;

    ProbeTable(Postgres postgres, TableName name) {
        this.postgres = postgres;
        this.name = name;
    }

    /** Makes the table if it is not there. One attempt does so while the others wait. */
    synchronized void ensure(Connection connection) throws SQLException {
        if (ensured) {
            return;
        }
        if (!exists(connection)) {
            execute(connection, "CREATE TABLE " + name.quoted() + " (token text PRIMARY KEY)");
            ours = true;
        }
        ensured = true;
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, name.quoted());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    void write(Connection connection, String token) throws SQLException {
        String insert = "INSERT INTO " + name.quoted() + " (token) VALUES (?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, token);
            statement.executeUpdate();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                lost();
            }
            throw e;
        }
    }

    /** A standby took over that had not heard of the table yet: the next attempt makes it anew. */
    private synchronized void lost() {
        ensured = false;
    }

    boolean holds(Connection connection, String token) throws SQLException {
        String select = "SELECT token FROM " + name.quoted() + " WHERE token = ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, token);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getString(1).equals(token);
            }
        }
    }

    /** Drops the table if it was made here, else removes the rows whose token begins with {@code prefix}; as far as it can. */
    void cleanUp(String prefix) {
        try (Connection connection = postgres.open(PATIENCE)) {
            if (isOurs()) {
                execute(connection, "DROP TABLE IF EXISTS " + name.quoted());
            } else {
                deleteRows(connection, prefix);
            }
        } catch (SQLException e) {
            LOG.debug("the rows of probe table {} stay: {}", name.name(), e.getMessage());
        }
    }

    private synchronized boolean isOurs() {
        return ours;
    }

    private void deleteRows(Connection connection, String prefix) throws SQLException {
        String delete = "DELETE FROM " + name.quoted() + " WHERE starts_with(token, ?)";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setString(1, prefix);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
