package dev.musterpoint.runbooks.step;

import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a standby has replayed all that the primary had flushed when the step began. What is written meanwhile is not
 * waited for: under load a standby is never done.
 */
final class CaughtUpStep implements StepExecutor {
    static final String MEMBER = SqlStep.MEMBER;
    private static final long POLL_MILLIS = 20;

    private final Toolbox toolbox;

    CaughtUpStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation)
            throws SQLException, InterruptedException {
        String member = step.params().text(MEMBER);
        String wanted;
        try (Connection primary = StepConnection.openPrimary(step, toolbox, cancellation)) {
            wanted = flushed(primary);
        }
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        try (Connection standby = StepConnection.open(step, toolbox, cancellation)) {
            while (!replayed(standby, member, wanted)) {
                if (cancelled.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    cancellation.throwIfCancelled();
                }
            }
        }
        return member + " has replayed " + wanted + ", which the primary had flushed";
    }

    private static String flushed(Connection primary) throws SQLException {
        try (PreparedStatement statement = primary.prepareStatement("SELECT pg_current_wal_flush_lsn()::text");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean replayed(Connection standby, String member, String wanted) throws SQLException {
        try (PreparedStatement statement = standby.prepareStatement(
                "SELECT pg_is_in_recovery(), coalesce(pg_last_wal_replay_lsn() >= ?::pg_lsn, false)")) {
            statement.setString(1, wanted);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new IllegalStateException(member + " is no standby, so that it follows nobody");
                }
                return row.getBoolean(2);
            }
        }
    }
}
