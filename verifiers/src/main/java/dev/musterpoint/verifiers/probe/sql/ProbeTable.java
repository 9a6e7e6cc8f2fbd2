package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.verifiers.table.MarkedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The small table that a probe writes to. Made by the first attempt that finds none, with the mark by which
 * {@link ProbeTableUndo} finds it.
 */
final class ProbeTable {
    private static final String UNDEFINED_TABLE = "42P01";

    private final TableName name;
    private final String mark;
    private boolean ensured;

    /** @param mark the owner mark of this probe in this run */
    ProbeTable(TableName name, String mark) {
        this.name = name;
        this.mark = mark;
    }

    /** What the tokens begin with that a probe with this owner mark writes. */
    static String prefix(String mark) {
        return mark + "/";
    }

    /** The row of one attempt. */
    String token(long tick, int slot) {
        return prefix(mark) + tick + "/" + slot;
    }

    /** Makes the table if it is not there. One attempt does so while the others wait. */
    synchronized void ensure(Connection connection) throws SQLException {
        if (ensured) {
            return;
        }
        MarkedTable table = new MarkedTable(name);
        if (table.owner(connection).isEmpty()) {
            table.create(connection, "token text PRIMARY KEY", mark);
        }
        ensured = true;
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
}
