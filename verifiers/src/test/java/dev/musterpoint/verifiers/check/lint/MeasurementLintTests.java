package dev.musterpoint.verifiers.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.ResidualErrors;
import dev.musterpoint.drills.spec.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementLintTests {
    private Duration every = Duration.ofMillis(200);
    private Duration timeout = Duration.ofSeconds(2);
    private int perTick = 1;
    private int inFlight = 64;
    private Duration target = Duration.ofMinutes(1);
    private Duration deadline = Duration.ofMinutes(2);
    private Duration holdFor = Duration.ofMinutes(5);
    private FailureMode failure = FailureMode.TOTAL;
    private Confirmation confirm = FailureMode.TOTAL.confirmation();

    private Optional<ResidualErrors> residualErrors = Optional.empty();

    private List<LintRemark> lint() {
        ProbeSpec probe = new ProbeSpec(
                "write",
                "noop",
                Optional.of("db"),
                every,
                timeout,
                Duration.ofSeconds(1),
                perTick,
                inFlight,
                Params.NONE);
        return MeasurementLint.check(new SamplePlan()
                .probe(probe)
                .timing(new Timing(
                        Duration.ofSeconds(2),
                        deadline,
                        Duration.ZERO,
                        Timing.DEFAULT_PAUSE_THRESHOLD,
                        Timing.DEFAULT_PAUSE_TICK))
                .fault("noop", Duration.ofSeconds(5), holdFor)
                .objective(new Objective.RecoveryTime(
                        "recovers", target, List.of("write"), failure, confirm, Optional.empty(), residualErrors))
                .build()
                .spec());
    }

    private void assertOnly(String code, boolean error) {
        assertThat(lint()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(code);
            assertThat(remark.error()).isEqualTo(error);
        });
    }

    @Test
    void hasNothingToSayOfTheDefaults() {
        assertThat(lint()).isEmpty();
    }

    @Test
    void hasNothingToSayOfTheDefaultsForPartialFailure() {
        failure = FailureMode.PARTIAL;
        confirm = failure.confirmation();
        perTick = failure.perTick();
        assertThat(lint()).isEmpty();
    }

    @Test
    void refusesResidualErrorsThatHidePartialFailure() {
        failure = FailureMode.PARTIAL;
        confirm = failure.confirmation();
        perTick = failure.perTick();
        residualErrors = Optional.of(ResidualErrors.parse("1%"));
        assertThat(lint()).isEmpty();
        residualErrors = Optional.of(ResidualErrors.parse("5%"));
        assertOnly("RESIDUAL_ERRORS_TOO_MANY", true);
    }

    @Test
    void refusesATimeoutThatCouldProveNothing() {
        timeout = Duration.ofMillis(1044);
        assertOnly("TIMEOUT_TOO_SHORT", true);
        assertThat(lint().get(0).message()).contains("1.04 s").contains("1.05 s");
        timeout = Duration.ofMillis(1045);
        assertThat(lint()).isEmpty();
    }

    @Test
    void refusesAConfirmationThatCannotTellOneOutageFromTwo() {
        confirm = new Confirmation(10, 1, Duration.ofMillis(1999));
        assertOnly("CONFIRMATION_TOO_SHORT", true);
    }

    @Test
    void warnsOfCoarseProbing() {
        every = Duration.ofMillis(601);
        assertOnly("PROBING_COARSE", false);
    }

    @Test
    void refusesATargetThatCouldNeverBeShownToBeMet() {
        target = Duration.ofMillis(200);
        assertOnly("TARGET_BELOW_RESOLUTION", true);
    }

    @Test
    void warnsOfADeadlineThatShowsALateRecoveryAsNone() {
        deadline = Duration.ofSeconds(71);
        assertOnly("DEADLINE_SHORT", false);
        deadline = Duration.ofSeconds(72);
        assertThat(lint()).isEmpty();
    }

    @Test
    void refusesADeadlineBeforeTheTarget() {
        deadline = Duration.ofSeconds(59);
        assertOnly("DEADLINE_BEFORE_TARGET", true);
    }

    @Test
    void warnsWhenAnOutageWouldFillTheRoomForAttempts() {
        inFlight = 9;
        assertOnly("IN_FLIGHT_TOO_LOW", false);
        inFlight = 10;
        assertThat(lint()).isEmpty();
    }

    @Test
    void warnsOfAFaultThatIsTakenAwayWhileWatching() {
        holdFor = Duration.ofMinutes(1);
        assertOnly("HOLD_TOO_SHORT", false);
        holdFor = Duration.ofSeconds(9);
        assertOnly("HOLD_TOO_SHORT", true);
    }

    @Test
    void doesNotMindHowLongAFaultStandsThatNobodyTakesAway() {
        holdFor = Duration.ofSeconds(9);
        List<LintRemark> remarks = MeasurementLint.check(
                new SamplePlan()
                        .recoversWithin(Duration.ofSeconds(20), FailureMode.TOTAL.confirmation())
                        .fault("noop", Duration.ofSeconds(5), holdFor)
                        .build()
                        .spec(),
                fault -> false);
        assertThat(remarks).extracting(LintRemark::code).doesNotContain("HOLD_TOO_SHORT");
    }

    @Test
    void refusesTooFewAnswersForPartialFailure() {
        failure = FailureMode.PARTIAL;
        perTick = 6;
        confirm = new Confirmation(10, 10, Duration.ofSeconds(10));
        assertOnly("CONFIRMATION_TOO_WEAK", true);
        assertThat(lint().get(0).message()).contains("first: 18");
    }

    @Test
    void warnsOfASingleProbeWhereFailureCanBePartial() {
        failure = FailureMode.PARTIAL;
        confirm = failure.confirmation();
        assertOnly("ONE_PROBE_A_TICK", false);
    }

    @Test
    void warnsOfAShortRunForTotalFailure() {
        confirm = new Confirmation(5, 1, Duration.ofSeconds(10));
        assertOnly("CONFIRMATION_SHORT", false);
    }
}
