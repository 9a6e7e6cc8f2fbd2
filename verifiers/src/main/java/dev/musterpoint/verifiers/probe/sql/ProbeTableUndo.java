package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.verifiers.table.TableUndo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Removes what a probe left: its table, or, from a table that was there before, its rows. */
final class ProbeTableUndo extends TableUndo {
    /** A statement that was on its way when its runner died; it changes one row, or makes an empty table. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);

    ProbeTableUndo(Redactor redactor) {
        super(redactor);
    }

    static UndoRecord record(ProbeSpec probe, String mark, TableName table, SystemFacts system) {
        return record("probe:" + probe.name(), "probe:" + probe.type(), mark, table, system);
    }

    @Override
    protected void removeRows(Connection connection, TableName table, String mark) throws SQLException {
        String delete = "DELETE FROM " + table.quoted() + " WHERE starts_with(token, ?)";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setString(1, ProbeTable.prefix(mark));
            statement.executeUpdate();
        }
    }

    @Override
    protected boolean hasRows(Connection connection, TableName table, String mark) throws SQLException {
        String select = "SELECT EXISTS (SELECT 1 FROM " + table.quoted() + " WHERE starts_with(token, ?))";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, ProbeTable.prefix(mark));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }
}
