package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.verifiers.table.MarkedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;

/** The statements on the workload's table. Its comment is the owner mark of the run that made it. */
record LedgerTable(TableName name) {
    private static final int FETCH_SIZE = 1000;

    void create(Connection connection, String mark) throws SQLException {
        String columns = "writer int NOT NULL, sequence bigint NOT NULL, attempt int NOT NULL, payload text NOT NULL,"
                + " checksum text NOT NULL, PRIMARY KEY (writer, sequence, attempt)";
        new MarkedTable(name).create(connection, columns, mark);
    }

    /** The owner mark of the table, empty where it has none; nothing when there is no table. */
    Optional<String> owner(Connection connection) throws SQLException {
        return new MarkedTable(name).owner(connection);
    }

    /** A plain INSERT: no upsert, so that nothing is ever hidden. */
    void insert(Connection connection, WriteId id, Payload payload) throws SQLException {
        String insert = "INSERT INTO " + name.quoted()
                + " (writer, sequence, attempt, payload, checksum) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, id.writer());
            statement.setLong(2, id.sequence());
            statement.setInt(3, id.attempt());
            statement.setString(4, payload.text());
            statement.setString(5, payload.checksum());
            statement.executeUpdate();
        }
    }

    /** All rows in one snapshot, however many. */
    void read(Connection connection, Consumer<ReadBackRow> each) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        String select = "SELECT writer, sequence, attempt, payload, checksum FROM " + name.quoted();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery(select)) {
                while (rows.next()) {
                    each.accept(row(rows));
                }
            }
        }
        connection.commit();
    }

    private static ReadBackRow row(ResultSet rows) throws SQLException {
        WriteId id = new WriteId(rows.getInt(1), rows.getLong(2), rows.getInt(3));
        Payload payload = new Payload(rows.getString(4));
        String checksum = rows.getString(5);
        return new ReadBackRow(id, checksum, payload.checksum().equals(checksum));
    }
}
