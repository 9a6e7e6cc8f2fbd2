package dev.musterpoint.verifiers.workload.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.WriteOutcome;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTests {
    private static SQLException error(String state) {
        return new SQLException("planted", state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57014", "XX000", "42P01"})
    void anErrorBeforeCommitMeansFailed(String state) {
        assertThat(Outcomes.of(error(state), false)).isEqualTo(WriteOutcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P02", "57014", "XX000", "40003", ""})
    void anErrorAfterCommitWasSentMeansUnknown(String state) {
        assertThat(Outcomes.of(error(state), true)).isEqualTo(WriteOutcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "40001", "40P01"})
    void aRollbackThatTheServerSaidMeansFailed(String state) {
        assertThat(Outcomes.of(error(state), true)).isEqualTo(WriteOutcome.FAILED);
    }

    @Test
    void anErrorWithoutAStateIsNotCertain() {
        assertThat(Outcomes.of(error(null), true)).isEqualTo(WriteOutcome.UNKNOWN);
    }
}
