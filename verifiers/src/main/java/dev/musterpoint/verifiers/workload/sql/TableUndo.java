package dev.musterpoint.verifiers.workload.sql;

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

/** Drops the table that a workload made, if it still carries the run's mark. The record says how to connect. */
final class TableUndo implements UndoHandler {
    static final String HANDLER = "workload:sql";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TABLE = "table";
    private static final String SYSTEM = "system";
    private static final List<String> CONNECTION = List.of("jdbcUrl", "user", "passwordEnv", "passwordFile");

    private final Redactor redactor;

    TableUndo(Redactor redactor) {
        this.redactor = redactor;
    }

    static UndoRecord record(String workload, String mark, LedgerTable table, SystemFacts system) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(TABLE, table.name().name());
        data.put(SYSTEM, system.name());
        CONNECTION.stream()
                .filter(system.facts()::containsKey)
                .forEach(key -> data.put(key, system.facts().get(key)));
        return new UndoRecord(
                "workload:" + workload,
                HANDLER,
                "table " + table.name().name() + " of " + system.name(),
                mark,
                UndoKind.AUTO,
                Duration.ZERO,
                data,
                "DROP TABLE " + table.name().quoted() + "; -- in "
                        + system.facts().get("jdbcUrl"));
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        LedgerTable table = table(undo);
        try (Connection connection = connect(undo)) {
            if (table.owner(connection).filter(undo.ownerMark()::equals).isPresent()) {
                table.drop(connection);
            }
        } catch (SQLException e) {
            throw new InjectionException(undo.target() + " could not be removed: " + e.getMessage(), e);
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        try (Connection connection = connect(undo)) {
            return table(undo)
                            .owner(connection)
                            .filter(undo.ownerMark()::equals)
                            .isPresent()
                    ? Residue.left(undo.target() + " is there")
                    : Residue.none(undo.target() + " is not there, or is another's");
        } catch (SQLException e) {
            return Residue.unreadable(undo.target() + " cannot be looked for: " + e.getMessage());
        }
    }

    private static LedgerTable table(UndoRecord undo) {
        return new LedgerTable(new TableName(undo.data().get(TABLE)));
    }

    private Connection connect(UndoRecord undo) throws SQLException {
        SystemFacts system = new SystemFacts(undo.data().get(SYSTEM), "postgres", false, undo.data(), List.of());
        return Postgres.of(system, redactor).open(PATIENCE);
    }
}
