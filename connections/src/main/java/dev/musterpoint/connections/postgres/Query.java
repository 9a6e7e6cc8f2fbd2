package dev.musterpoint.connections.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** One value that a server answers to a constant query. */
final class Query {
    private Query() {}

    /** The first column of the first row; empty for null or no row. */
    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Objects.requireNonNullElse(row.getString(1), "") : "";
        }
    }

    static boolean flag(Connection connection, String query) throws SQLException {
        return text(connection, query).equals("t");
    }

    static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(text(connection, query));
    }
}
