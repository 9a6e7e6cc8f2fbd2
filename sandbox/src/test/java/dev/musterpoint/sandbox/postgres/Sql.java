package dev.musterpoint.sandbox.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Just enough of a client for these tests. */
final class Sql {
    private Sql() {}

    static Connection connect(SandboxPair pair, String member) throws Exception {
        return connect(
                pair,
                "jdbc:postgresql://127.0.0.1:" + pair.member(member, "port")
                        + "/postgres?connectTimeout=2&loginTimeout=5",
                Files.readString(Path.of(pair.facts().facts().get("passwordFile")))
                        .strip());
    }

    static Connection connect(SandboxPair pair, String url, String password) throws Exception {
        return DriverManager.getConnection(url, pair.facts().facts().get("user"), password);
    }

    static String ask(SandboxPair pair, String member, String query) throws Exception {
        try (Connection connection = connect(pair, member)) {
            return ask(connection, query);
        }
    }

    static String ask(Connection connection, String query) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
