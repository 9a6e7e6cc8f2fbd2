package dev.musterpoint.bench.mishap;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.SandboxProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A PostgreSQL that is there before the runs and after them: not theirs, so what they make in it must go. */
final class Database implements AutoCloseable {
    private static final String TYPE = "sandbox";
    private static final AtomicLong MADE = new AtomicLong();

    private final SandboxProvider provider = new SandboxProvider();
    private final Toolbox toolbox;
    private final SystemFacts facts;
    private UndoRecord undo;

    Database(Path directory) throws Exception {
        SystemSpec spec = new SystemSpec("db", TYPE, new Params(Map.of("name", "postgres-pair")));
        toolbox = new Toolbox(
                "bench-" + UUID.randomUUID(),
                directory,
                name -> {
                    throw new IllegalArgumentException(name);
                },
                new SystemRunClock(),
                new Redactor());
        undo = provider.prepare(spec, toolbox).orElseThrow();
        facts = provider.open(spec, toolbox, data -> undo = undo.amended(data), new Cancellation());
    }

    /** Tables of one run, by names of their own. */
    Scene.Extra tables() {
        String name = "kill_" + MADE.incrementAndGet();
        return new Scene.Extra() {
            @Override
            public Map<String, String> variables() {
                Map<String, String> variables = new LinkedHashMap<>();
                variables.put("JDBC_URL", facts.facts().get("jdbcUrl"));
                variables.put("DB_USER", facts.facts().get("user"));
                variables.put("PASSWORD_FILE", facts.facts().get("passwordFile"));
                variables.put("TABLE", name);
                return variables;
            }

            @Override
            public List<String> left() {
                return tablesLike(name + "\\_%");
            }
        };
    }

    private List<String> tablesLike(String pattern) {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE ?")) {
            query.setString(1, pattern);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add("table " + rows.getString(1));
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot look for tables", e);
        }
        return found;
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(
                facts.facts().get("jdbcUrl"),
                facts.facts().get("user"),
                Files.readString(Path.of(facts.facts().get("passwordFile"))).strip());
    }

    @Override
    public void close() throws InjectionException {
        provider.undo(TYPE, toolbox).recover(undo);
    }
}
