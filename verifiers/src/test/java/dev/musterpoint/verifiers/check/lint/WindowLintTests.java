package dev.musterpoint.verifiers.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample asks 20 times a second, for 30 s after the fault and 2 s before. */
class WindowLintTests {
    private static List<LintRemark> remarks(Objective objective) {
        return MeasurementLint.check(
                new SamplePlan().objective(objective).build().spec());
    }

    private static List<LintRemark> available(double atLeast, During during) {
        return remarks(new Objective.Availability("available", new Share(atLeast), "write", during));
    }

    @Test
    void aWindowHoldsEnoughAttemptsForItsTarget() {
        assertThat(available(0.98, During.FAULT)).isEmpty();
        assertThat(available(1, During.BASELINE)).isEmpty();
        assertThat(available(0.9, During.BASELINE))
                .containsExactly(
                        new LintRemark(
                                "WINDOW_TOO_SMALL",
                                false,
                                "available",
                                "only 40 attempts of 'write' are due in its window, where at least 100 are needed for its"
                                        + " target to be more than a matter of single attempts; ask more often, or for longer"));
    }

    @Test
    void aLatencyLiesBelowTheTimeout() {
        assertThat(remarks(new Objective.Latency("quick", Quantile.P50, Duration.ofSeconds(2), "write", During.RUN)))
                .extracting(LintRemark::code)
                .containsExactly("LATENCY_ABOVE_TIMEOUT");
        assertThat(remarks(new Objective.Latency("quick", Quantile.P50, Duration.ofMillis(1999), "write", During.RUN)))
                .isEmpty();
    }

    @Test
    void aCapacityIsAskedFor() {
        assertThat(capacity(20)).isEmpty();
        assertThat(capacity(21))
                .extracting(LintRemark::message)
                .containsExactly("only 20.00/s are asked of the service, so 21.00/s can never be shown; raise what is"
                        + " asked");
    }

    private static List<LintRemark> capacity(double rate) {
        return remarks(
                new Objective.Capacity("much", new Rate(rate), Optional.of("write"), Optional.empty(), During.RUN));
    }
}
