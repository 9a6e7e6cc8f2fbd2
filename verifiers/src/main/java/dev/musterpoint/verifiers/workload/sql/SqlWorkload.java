package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Ledger;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.Workload;
import dev.musterpoint.verifiers.table.TableUndo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Writes rows of known identity to a table of its own, and reads back which of them are there. */
final class SqlWorkload implements Workload {
    private static final String HANDLER = "workload:sql";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WorkloadSpec spec;
    private final WorkloadOptions options;
    private final SystemFacts system;
    private final Toolbox toolbox;
    private final Postgres postgres;
    private final LedgerTable table;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    SqlWorkload(WorkloadSpec spec, SystemFacts system, Toolbox toolbox) {
        this.spec = spec;
        this.options = WorkloadOptions.of(spec.params());
        this.system = system;
        this.toolbox = toolbox;
        this.postgres = Postgres.of(system, toolbox.redactor());
        this.table = new LedgerTable(options.table());
    }

    @Override
    public UndoRecord prepare() {
        return TableUndo.record("workload:" + spec.name(), HANDLER, mark(), options.table(), system);
    }

    private String mark() {
        return toolbox.runId() + "/" + spec.name();
    }

    @Override
    public void create() throws SQLException {
        try (Connection connection = postgres.open(PATIENCE)) {
            if (table.owner(connection).isPresent()) {
                throw new SQLException("the table " + options.table().name() + " exists already in system '"
                        + system.name() + "'; name another in 'table', or remove what an earlier run left with"
                        + " 'muster recover'");
            }
            table.create(connection, mark());
        }
    }

    @Override
    public void start(Ledger ledger) {
        for (int number = 0; number < options.writers(); number++) {
            Writer writer = new Writer(number, postgres, options, ledger, toolbox.clock(), stopped);
            Thread thread = new Thread(writer, "writer-" + spec.name() + "-" + number);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** A write under way ends by its timeout at the latest, and so does this. */
    @Override
    public void stop() {
        stopped.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String readBack(Consumer<ReadBackRow> each) throws SQLException {
        try (Connection connection = postgres.open(PATIENCE)) {
            String server = Postgres.serverIdentity(connection);
            refuseStandby(connection, server);
            table.read(connection, each);
            return server;
        }
    }

    private void refuseStandby(Connection connection, String server) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            if (row.next() && row.getBoolean(1)) {
                throw new SQLException(
                        "the users' path of system '" + system.name() + "' leads to " + server
                                + ", which is a standby: what it shows proves nothing. Add targetServerType=primary to the URL");
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
