package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.drills.evidence.WriteOutcome;
import java.sql.SQLException;
import java.util.Optional;

/** What an error says of a write. Only what is certain is called failed. */
final class Outcomes {
    /** Class 40 otherwise means that the server rolled back; this one means that nobody knows (SQL:2016, 40003). */
    private static final String STATEMENT_COMPLETION_UNKNOWN = "40003";

    private Outcomes() {}

    /** @param commitSent whether COMMIT may have left this machine before {@code error} came */
    static WriteOutcome of(SQLException error, boolean commitSent) {
        return !commitSent || saysRolledBack(error) ? WriteOutcome.FAILED : WriteOutcome.UNKNOWN;
    }

    /** Data exception (22), integrity violation (23), transaction rollback (40). */
    private static boolean saysRolledBack(SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        return !state.equals(STATEMENT_COMPLETION_UNKNOWN)
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("40"));
    }
}
