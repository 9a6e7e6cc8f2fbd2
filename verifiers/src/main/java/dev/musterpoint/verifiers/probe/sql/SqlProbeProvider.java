package dev.musterpoint.verifiers.probe.sql;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.verifiers.probe.link.FreshLinks;
import dev.musterpoint.verifiers.probe.link.Links;
import dev.musterpoint.verifiers.probe.link.PooledLinks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Offers the probe type {@code sql}. */
public final class SqlProbeProvider implements ProbeProvider {
    private static final String DEFAULT_TABLE = "musterpoint_probe";
    private static final int IN_FLIGHT = 64;
    private static final int DEFAULT_POOL_SIZE = 10;
    private static final Duration DEFAULT_MAX_LIFETIME = Duration.ofMinutes(30);

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                "sql",
                "Writes a row to PostgreSQL and reads it back, on a fresh connection each time or on one from a pool",
                List.of(
                        Parameter.optional(
                                "table",
                                ParameterType.TEXT,
                                DEFAULT_TABLE,
                                "A table of its own with one column, token text PRIMARY KEY; made if it is not there, and"
                                        + " then dropped at the end"),
                        Parameter.choice(
                                "connections",
                                List.of("fresh", "pooled"),
                                "fresh",
                                "A connection of its own for each attempt, or kept as an application's pool keeps them"),
                        Parameter.optional(
                                "poolSize",
                                ParameterType.INTEGER,
                                Integer.toString(DEFAULT_POOL_SIZE),
                                "The most connections of the pool"),
                        Parameter.optional(
                                "maxLifetime",
                                ParameterType.DURATION,
                                "30m",
                                "The age at which the pool replaces a connection")),
                List.of(),
                List.of("sandbox", "postgres"),
                List.of("CREATE on the schema; or INSERT, SELECT and DELETE on the table, made before"),
                UndoKind.AUTO));
    }

    @Override
    public List<String> problems(Params params) {
        List<String> problems = new ArrayList<>();
        if (params.integer("poolSize", DEFAULT_POOL_SIZE) < 1) {
            problems.add("'poolSize' must be at least 1");
        }
        if (params.duration("maxLifetime", DEFAULT_MAX_LIFETIME).isZero()) {
            problems.add("'maxLifetime' must be longer than 0");
        }
        boolean ofPool = params.has("poolSize") || params.has("maxLifetime");
        if (ofPool && !isPooled(params)) {
            problems.add("'poolSize' and 'maxLifetime' are of a pool; add 'connections: pooled'");
        }
        return problems;
    }

    private static boolean isPooled(Params params) {
        return params.text("connections", "fresh").equals("pooled");
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        Postgres postgres = Postgres.of(toolbox.systems().get(spec.system().orElseThrow()), toolbox.redactor());
        return new SqlProbe(
                lane(spec.params(), postgres, toolbox.clock()), new ProbeTable(table(spec), mark(spec, toolbox)));
    }

    @Override
    public Optional<UndoRecord> prepare(ProbeSpec spec, Toolbox toolbox) {
        SystemFacts system = toolbox.systems().get(spec.system().orElseThrow());
        return Optional.of(ProbeTableUndo.record(spec, mark(spec, toolbox), table(spec), system));
    }

    @Override
    public UndoHandler undo(String type, Toolbox toolbox) {
        return new ProbeTableUndo(toolbox.redactor());
    }

    private static TableName table(ProbeSpec spec) {
        return new TableName(spec.params().text("table", DEFAULT_TABLE));
    }

    private static String mark(ProbeSpec spec, Toolbox toolbox) {
        return toolbox.runId() + "/" + spec.name();
    }

    private static Links<SqlLink> lane(Params params, Postgres postgres, RunClock clock) {
        if (!isPooled(params)) {
            return new FreshLinks<>(() -> new SqlLink(postgres));
        }
        int size = params.integer("poolSize", DEFAULT_POOL_SIZE);
        Duration maxLifetime = params.duration("maxLifetime", DEFAULT_MAX_LIFETIME);
        return new PooledLinks<>(() -> new SqlLink(postgres), size, maxLifetime, clock);
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
