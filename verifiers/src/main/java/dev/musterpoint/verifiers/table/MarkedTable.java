package dev.musterpoint.verifiers.table;

import dev.musterpoint.connections.postgres.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A table whose comment is the owner mark of the run that made it. */
public record MarkedTable(TableName name) {
    /**
     * Makes it, in one transaction: it is there with its mark, or not at all.
     *
     * @param columns what stands between the parentheses of {@code CREATE TABLE}
     */
    public void create(Connection connection, String columns, String mark) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name.quoted() + " (" + columns + ")");
            statement.execute("COMMENT ON TABLE " + name.quoted() + " IS " + statement.enquoteLiteral(mark));
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(before);
        }
    }

    /** The comment of the table, empty where it has none; nothing when there is no table. */
    public Optional<String> owner(Connection connection) throws SQLException {
        String query = "SELECT coalesce(obj_description(oid, 'pg_class'), '') FROM pg_class WHERE oid = to_regclass(?)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name.quoted());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    public void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + name.quoted());
        }
    }
}
