package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the probe type {@code sql}. */
public final class SqlProbeProvider implements ProbeProvider {
    private static final String DEFAULT_TABLE = "musterpoint_probe";
    private static final int IN_FLIGHT = 64;

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                "sql",
                "Writes a row to PostgreSQL and reads it back, on a fresh connection each time",
                List.of(Parameter.optional(
                        "table",
                        ParameterType.TEXT,
                        DEFAULT_TABLE,
                        "A table of its own with one column, token text PRIMARY KEY; made if it is not there")),
                List.of(),
                List.of("sandbox", "postgres"),
                List.of("CREATE on the schema; or INSERT, SELECT and DELETE on the table, made before"),
                UndoKind.NONE));
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        Postgres postgres = Postgres.of(toolbox.systems().get(spec.system().orElseThrow()), toolbox.redactor());
        TableName table = new TableName(spec.params().text("table", DEFAULT_TABLE));
        return new SqlProbe(postgres, new ProbeTable(table), toolbox.runId() + "/" + spec.name() + "/");
    }

    @Override
    public FailureMode failureMode(String type) {
        return FailureMode.TOTAL;
    }

    @Override
    public int inFlight(String type) {
        return IN_FLIGHT;
    }
}
