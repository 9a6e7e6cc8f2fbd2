package dev.musterpoint.runbooks.step;

import dev.musterpoint.drills.spec.BoundStatement;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.StepOutput;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Outputs;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
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

    private static final String COLUMN = "column";

    static final OutputTypes OUTPUTS = new OutputTypes(
            Map.of(),
            List.of(Parameter.optional(
                    COLUMN, ParameterType.TEXT, "not used", "A column, by its name, of the one row that is answered")));

    private static final int LONGEST_SHOWN = 120;

    private final Toolbox toolbox;

    SqlStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation) throws SQLException {
        return execute(step, probes, cancellation, Outputs.IGNORED);
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation, Outputs outputs)
            throws SQLException {
        boolean write = step.params().flag(WRITE, false);
        try (Connection connection = StepConnection.open(step, toolbox, cancellation)) {
            connection.setReadOnly(!write);
            connection.setAutoCommit(false);
            String said = judge(run(connection, step, outputs), step.params().find(EXPECT));
            // What a statement wrote that did not answer as expected is rolled back with the connection.
            if (write) {
                connection.commit();
            }
            return step.outputs().isEmpty() ? said : "one row was answered";
        }
    }

    private static Answer run(Connection connection, Automated step, Outputs outputs) throws SQLException {
        BoundStatement query = BoundStatement.of(step.params(), QUERY);
        try (PreparedStatement statement = connection.prepareStatement(query.text())) {
            for (int i = 0; i < query.values().size(); i++) {
                // Of no type of its own: the server takes it for what the statement needs there.
                statement.setObject(i + 1, query.values().get(i), Types.OTHER);
            }
            if (!statement.execute()) {
                requireRow(step, false);
                return new Answer(false, "", statement.getUpdateCount() + " rows changed");
            }
            try (ResultSet rows = statement.getResultSet()) {
                if (!rows.next()) {
                    requireRow(step, false);
                    return new Answer(false, "", "no row");
                }
                Answer answer = new Answer(true, String.valueOf(rows.getString(1)), "");
                publish(step, rows, outputs);
                return answer;
            }
        }
    }

    private static void publish(Automated step, ResultSet row, Outputs outputs) throws SQLException {
        for (StepOutput output : step.outputs()) {
            String value = row.getString(output.from().text(COLUMN));
            if (value == null) {
                throw new IllegalStateException("its output '" + output.name() + "' was not found: the column is null");
            }
            outputs.publish(output.name(), value);
        }
        requireRow(step, !row.next());
    }

    private static void requireRow(Automated step, boolean one) {
        if (!one && !step.outputs().isEmpty()) {
            throw new IllegalStateException("its outputs are columns of one row, and the statement did not answer one");
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
