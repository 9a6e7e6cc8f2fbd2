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
import java.util.Optional;

/**
 * Runs one statement in one transaction. Read-only guards against slips, not against the runbook's author, who may write
 * {@code write: true}.
 */
final class SqlStep implements StepExecutor {
    static final String MEMBER = "member";
    static final String QUERY = "query";
    static final String EXPECT = "expect";
    static final String WRITE = "write";

    private static final int LONGEST_SHOWN = 120;

    private final Toolbox toolbox;

    SqlStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation) throws SQLException {
        boolean write = step.params().flag(WRITE, false);
        try (Connection connection = StepConnection.open(step, toolbox, cancellation)) {
            connection.setReadOnly(!write);
            connection.setAutoCommit(false);
            String said = judge(
                    run(connection, step.params().text(QUERY)), step.params().find(EXPECT));
            // What a statement wrote that did not answer as expected is rolled back with the connection.
            if (write) {
                connection.commit();
            }
            return said;
        }
    }

    private static Answer run(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (!statement.execute()) {
                return new Answer(false, "", statement.getUpdateCount() + " rows changed");
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next()
                        ? new Answer(true, String.valueOf(rows.getString(1)), "")
                        : new Answer(false, "", "no row");
            }
        }
    }

    private String judge(Answer answer, Optional<String> expected) {
        String shown = answer.row() ? "'" + shown(answer.value()) + "'" : answer.instead();
        if (expected.isPresent() && !(answer.row() && answer.value().equals(expected.get()))) {
            throw new IllegalStateException("the answer was " + shown + ", and '" + expected.get() + "' was expected");
        }
        return "the answer was " + shown;
    }

    private String shown(String value) {
        String clean = toolbox.redactor().redact(value);
        return clean.length() <= LONGEST_SHOWN ? clean : clean.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The first column of the first row, or what there was instead of one. */
    private record Answer(boolean row, String value, String instead) {}
}
