package dev.musterpoint.verifiers.check.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResidualRateTests {
    /** The figures that the rule itself gives. */
    @Test
    void takesAsManyFailuresAsResidualErrorsDoNotExplain() {
        assertThat(ResidualRate.of(0.001, 300).proof()).isEqualTo(5);
        assertThat(ResidualRate.of(0.01, 300).proof()).isEqualTo(7);
        assertThat(ResidualRate.of(0, 300)).isEqualTo(ResidualRate.NONE);
        assertThat(ResidualRate.of(0.01, 30_000).proof()).isEqualTo(8);
    }

    @Test
    void takesTheSmallestNumberThatWillDo() {
        for (double share : new double[] {0.0001, 0.001, 0.01, 0.05}) {
            int proof = ResidualRate.of(share, 300).proof();
            assertThat(300 * Binomial.atLeast(proof - 1, 19, share)).isLessThanOrEqualTo(1e-4);
            assertThat(300 * Binomial.atLeast(proof - 2, 19, share)).isGreaterThan(1e-4);
        }
    }

    @Test
    void knowsTheBinomialDistribution() {
        assertThat(Binomial.atLeast(3, 4, 0.5)).isCloseTo(5.0 / 16, within(1e-12));
        assertThat(Binomial.atLeast(1, 3, 0.1)).isCloseTo(1 - 0.729, within(1e-12));
        assertThat(Binomial.atLeast(0, 3, 0.1)).isEqualTo(1);
        assertThat(Binomial.atLeast(4, 3, 0.1)).isZero();
        assertThat(Binomial.atLeast(19, 19, 0.01)).isCloseTo(1e-38, within(1e-48));
    }

    @Test
    void leavesRoomForWhatABaselineDidNotShow() {
        double none = ResidualRate.upperBound(0, 300);
        assertThat(Math.pow(1 - none, 300)).isCloseTo(1e-3, within(1e-9));
        assertThat(ResidualRate.upperBound(3, 300)).isBetween(0.03, 0.05);
        assertThat(ResidualRate.upperBound(0, 0)).isEqualTo(1);
    }

    @Test
    void seesNoOutageWhereAsManyFailuresAreTooFew() {
        assertThat(ResidualRate.of(0.01, 300).notices(1.0 / 3)).isTrue();
        assertThat(ResidualRate.of(0.05, 3000).notices(1.0 / 3)).isFalse();
        assertThat(ResidualRate.of(0.2, 3000).notices(1)).isTrue();
        assertThat(ResidualRate.of(0.9, 3000).notices(1)).isFalse();
    }
}
