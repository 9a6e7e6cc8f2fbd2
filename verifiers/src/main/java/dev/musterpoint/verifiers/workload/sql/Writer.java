package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.spi.Ledger;
import dev.musterpoint.drills.spi.RunClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that writes row after row on a connection that it keeps while it works, as an application would. Owned by its
 * thread. Each attempt is in the ledger, on disk, before anything of it is sent.
 */
final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final int number;
    private final Postgres postgres;
    private final WorkloadOptions options;
    private final LedgerTable table;
    private final Ledger ledger;
    private final RunClock clock;
    private final CountDownLatch stopped;
    private Connection connection;
    private String server = "";

    Writer(
            int number,
            Postgres postgres,
            WorkloadOptions options,
            Ledger ledger,
            RunClock clock,
            CountDownLatch stopped) {
        this.number = number;
        this.postgres = postgres;
        this.options = options;
        this.table = new LedgerTable(options.table());
        this.ledger = ledger;
        this.clock = clock;
        this.stopped = stopped;
    }

    @Override
    public void run() {
        try {
            writeUntilStopped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("writer {} ended early: {}", number, e.getMessage(), e);
        } finally {
            disconnect();
        }
    }

    private void writeUntilStopped() throws InterruptedException {
        Duration interval = options.interval();
        Moment due = clock.now().plus(interval.multipliedBy(number).dividedBy(options.writers()));
        for (long sequence = 0; waitFor(due); sequence++) {
            write(sequence);
            // No catching up after an outage: a burst would be load that no client makes.
            due = later(due.plus(interval), clock.now());
        }
    }

    /** @return false when it is time to stop */
    private boolean waitFor(Moment due) throws InterruptedException {
        return !stopped.await(due.minus(clock.now()).toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Moment later(Moment one, Moment other) {
        return one.isAfter(other) ? one : other;
    }

    private void write(long sequence) {
        WriteOutcome outcome = WriteOutcome.FAILED;
        for (int attempt = 0;
                attempt < options.attempts() && outcome != WriteOutcome.ACKNOWLEDGED && stopped.getCount() > 0;
                attempt++) {
            outcome = attempt(new WriteId(number, sequence, attempt));
        }
    }

    private WriteOutcome attempt(WriteId id) {
        Payload payload = Payload.of(id);
        ledger.attempt(new WriteAttempt(id, clock.now(), payload.checksum()));
        boolean commitSent = false;
        try {
            connect();
            table.insert(connection, id, payload);
            commitSent = true;
            connection.commit();
            answer(id, WriteOutcome.ACKNOWLEDGED, "");
            return WriteOutcome.ACKNOWLEDGED;
        } catch (SQLException e) {
            WriteOutcome outcome = Outcomes.of(e, commitSent);
            answer(id, outcome, Objects.requireNonNullElse(e.getSQLState(), "") + " " + e.getMessage());
            disconnect();
            return outcome;
        }
    }

    private void answer(WriteId id, WriteOutcome outcome, String detail) {
        ledger.answer(new WriteAnswer(id, clock.now(), outcome, detail, server));
    }

    private void connect() throws SQLException {
        if (connection == null) {
            connection = postgres.open(options.timeout());
            connection.setAutoCommit(false);
            server = Postgres.serverIdentity(connection);
            // The question about identity began a transaction; the write has one of its own.
            connection.commit();
        }
    }

    private void disconnect() {
        server = "";
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing the connection of writer {}: {}", number, e.getMessage());
        }
        connection = null;
    }
}
