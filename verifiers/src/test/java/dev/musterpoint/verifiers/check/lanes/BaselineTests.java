package dev.musterpoint.verifiers.check.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 300 probes, 10 apart. */
class BaselineTests {
    private static final LaneRules EVERY = new LaneRules(10, 20, 40, 1, 1, 10, 1, 500);
    private static final LaneRules ONE_IN_A_HUNDRED = EVERY.with(ResidualRate.of(0.01, 300));

    private static Baseline failing(int... which) {
        Baseline baseline = new Baseline(0, 10_000);
        for (int i = 299; i >= 0; i--) {
            int number = i;
            boolean bad = java.util.Arrays.stream(which).anyMatch(each -> each == number);
            baseline.accept(i * 10L, i * 10L + 1, bad ? Sight.BAD : Sight.GOOD);
        }
        return baseline;
    }

    @Test
    void oneFailureMakesItDirtyWithoutResidualErrors() {
        assertThat(failing(7).unsteady(false, EVERY)).isEqualTo("1 of 300 requests failed before the fault");
        assertThat(failing().unsteady(false, EVERY)).isEmpty();
    }

    @Test
    void residualErrorsMayFail() {
        assertThat(failing(7, 100, 180, 250).unsteady(false, ONE_IN_A_HUNDRED)).isEmpty();
    }

    @Test
    void failuresInARowAreNoResidualErrors() {
        assertThat(failing(7, 8, 9, 10, 12, 20, 26).unsteady(false, ONE_IN_A_HUNDRED))
                .contains("7 of 20 requests in a row failed");
        assertThat(failing(7, 8, 9, 10, 12, 20, 27).unsteady(false, ONE_IN_A_HUNDRED))
                .isEmpty();
    }

    @Test
    void mayFailNoMoreThanWasDeclared() {
        int[] often = {5, 25, 45, 65, 85, 105, 125, 145, 165, 185, 205, 225, 245, 265};
        assertThat(failing(often).unsteady(false, ONE_IN_A_HUNDRED))
                .contains("14 of 300 requests failed before the fault, more than residual errors of 1 % explain");
    }

    @Test
    void aShortBaselineSaysTooLittle() {
        Baseline baseline = new Baseline(0, 10_000);
        for (int i = 0; i < 5; i++) {
            baseline.accept(i * 10L, i * 10L + 1, Sight.GOOD);
        }
        LaneRules shown = EVERY.with(ResidualRate.of(baseline.residualShare(), 300));
        assertThat(baseline.unsteady(false, shown)).contains("watch the baseline for longer");
        assertThat(failing()
                        .unsteady(false, EVERY.with(ResidualRate.of(failing().residualShare(), 300))))
                .isEmpty();
    }
}
