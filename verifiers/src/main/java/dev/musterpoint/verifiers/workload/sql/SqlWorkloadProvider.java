package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.Workload;
import dev.musterpoint.drills.spi.WorkloadProvider;
import dev.musterpoint.verifiers.table.TableUndo;
import java.util.List;

/** Offers the workload type {@code sql}. */
public final class SqlWorkloadProvider implements WorkloadProvider {
    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                "sql",
                "Inserts rows into a PostgreSQL table of its own, and reads back which of them survived",
                List.of(
                        Parameter.optional(
                                "table",
                                ParameterType.TEXT,
                                WorkloadOptions.DEFAULT_TABLE,
                                "The table to make; it must not exist"),
                        Parameter.optional(
                                "writers",
                                ParameterType.INTEGER,
                                Integer.toString(WorkloadOptions.DEFAULT_WRITERS),
                                "How many connections write at once"),
                        Parameter.optional("rate", ParameterType.RATE, "200/s", "Writes, all writers together"),
                        Parameter.optional("timeout", ParameterType.DURATION, "2s", "After which a write is given up"),
                        Parameter.optional(
                                "attempts",
                                ParameterType.INTEGER,
                                "1",
                                "The most attempts at one row that was not acknowledged, each recorded by itself")),
                List.of(),
                List.of("sandbox", "postgres"),
                List.of("CREATE on the schema: the table is made, written, read and dropped by its owner"),
                UndoKind.AUTO));
    }

    @Override
    public Workload workload(WorkloadSpec spec, Toolbox toolbox) {
        return new SqlWorkload(spec, toolbox.systems().get(spec.system().orElseThrow()), toolbox);
    }

    @Override
    public UndoHandler undo(String type, Toolbox toolbox) {
        return new TableUndo(toolbox.redactor());
    }
}
