package dev.musterpoint.verifiers.table;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.UndoHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drops a table that a run made, if it still carries the run's mark. The record says how to connect. */
public class TableUndo implements UndoHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TABLE = "table";
    private static final String SYSTEM = "system";
    private static final List<String> CONNECTION = List.of("jdbcUrl", "user", "passwordEnv", "passwordFile");

    private final Redactor redactor;

    public TableUndo(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * What removing a table will need.
     *
     * @param id      the record's
     * @param handler the registered type that will undo it
     * @param mark    the owner mark that the table will carry
     */
    public static UndoRecord record(String id, String handler, String mark, TableName table, SystemFacts system) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(TABLE, table.name());
        data.put(SYSTEM, system.name());
        CONNECTION.stream()
                .filter(system.facts()::containsKey)
                .forEach(key -> data.put(key, system.facts().get(key)));
        return new UndoRecord(
                id,
                handler,
                "table " + table.name() + " of " + system.name(),
                mark,
                UndoKind.AUTO,
                Duration.ZERO,
                data,
                "DROP TABLE " + table.quoted() + "; -- in " + system.facts().get("jdbcUrl"));
    }

    @Override
    public final void recover(UndoRecord undo) throws InjectionException {
        MarkedTable table = table(undo);
        try (Connection connection = connect(undo)) {
            Optional<String> owner = table.owner(connection);
            if (owner.filter(undo.ownerMark()::equals).isPresent()) {
                table.drop(connection);
            } else if (owner.isPresent()) {
                removeRows(connection, table.name(), undo.ownerMark());
            }
        } catch (SQLException e) {
            throw new InjectionException(undo.target() + " could not be removed: " + e.getMessage(), e);
        }
    }

    @Override
    public final Residue inspect(UndoRecord undo) {
        MarkedTable table = table(undo);
        try (Connection connection = connect(undo)) {
            Optional<String> owner = table.owner(connection);
            if (owner.filter(undo.ownerMark()::equals).isPresent()) {
                return Residue.left(undo.target() + " is there");
            }
            return owner.isPresent() && hasRows(connection, table.name(), undo.ownerMark())
                    ? Residue.left(undo.target() + " is another's, and rows of this run are in it")
                    : Residue.none(undo.target() + " is not there, or is another's");
        } catch (SQLException e) {
            return Residue.unreadable(undo.target() + " cannot be looked for: " + e.getMessage());
        }
    }

    /** Removes what is ours from a table that was there before; nothing, unless a kind of table has such rows. */
    protected void removeRows(Connection connection, TableName table, String mark) throws SQLException {
        // A table of a run's own holds nothing of it once it is another's.
    }

    /** Whether a table that was there before holds rows of ours. */
    protected boolean hasRows(Connection connection, TableName table, String mark) throws SQLException {
        return false;
    }

    private static MarkedTable table(UndoRecord undo) {
        return new MarkedTable(new TableName(undo.data().get(TABLE)));
    }

    private Connection connect(UndoRecord undo) throws SQLException {
        SystemFacts system = new SystemFacts(undo.data().get(SYSTEM), "postgres", false, undo.data(), List.of());
        return Postgres.of(system, redactor).open(PATIENCE);
    }
}
