package dev.musterpoint.verifiers.check.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ResidualErrors;
import dev.musterpoint.drills.spec.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A probe every 50 ms, answers after 1 ms, N = 10, j = 1, W = 2 s; times in milliseconds. */
class StandardRecoveryWatchTests {
    private static final Confirmation CONFIRM = new Confirmation(10, 1, Duration.ofSeconds(2));

    private static DrillPlan plan(Duration stableFor, Optional<String> from) {
        return new SamplePlan()
                .timing(new Timing(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        stableFor,
                        Timing.DEFAULT_PAUSE_THRESHOLD,
                        Timing.DEFAULT_PAUSE_TICK))
                .objective(new Objective.RecoveryTime(
                        "recovers", Duration.ofSeconds(5), List.of("write"), FailureMode.TOTAL, CONFIRM, from))
                .build();
    }

    private final StandardRecoveryWatch watch = StandardRecoveryWatch.of(plan(Duration.ZERO, Optional.empty()));

    private static Moment at(long ms) {
        return new Moment(ms * 1_000_000);
    }

    private static void see(StandardRecoveryWatch watch, AnswerKind kind, long from, long to) {
        for (long due = from; due < to; due += 50) {
            String detail = kind == AnswerKind.ERROR ? "refused" : "";
            watch.observed("write", new Observation(due / 50, 0, at(due), at(due), at(due + 1), kind, detail, ""));
        }
        watch.completeUntil("write", at(to));
    }

    private void good(long from, long to) {
        see(watch, AnswerKind.CORRECT, from, to);
    }

    private void bad(long from, long to) {
        see(watch, AnswerKind.ERROR, from, to);
    }

    private static StandardRecoveryWatch withResidualErrors(String written) {
        Objective objective = new Objective.RecoveryTime(
                "recovers",
                Duration.ofSeconds(5),
                List.of("write"),
                FailureMode.TOTAL,
                CONFIRM,
                Optional.empty(),
                Optional.of(ResidualErrors.parse(written)));
        return StandardRecoveryWatch.of(new SamplePlan().objective(objective).build());
    }

    @Test
    void lettingResidualErrorsPassIsTheVerdictsRuleToo() {
        for (String written : List.of("1%", "baseline")) {
            StandardRecoveryWatch tolerant = withResidualErrors(written);
            see(tolerant, AnswerKind.CORRECT, 0, 20_000);
            assertThat(tolerant.baseline(at(0), at(20_000))).isEmpty();
            tolerant.faultStarted("primary dies", at(20_000));
            see(tolerant, AnswerKind.ERROR, 20_000, 22_000);
            see(tolerant, AnswerKind.CORRECT, 22_000, 23_000);
            see(tolerant, AnswerKind.ERROR, 23_000, 23_050);
            see(tolerant, AnswerKind.CORRECT, 23_050, 25_000);
            assertThat(tolerant.confirmed()).isFalse();
            see(tolerant, AnswerKind.CORRECT, 25_000, 25_200);
            assertThat(tolerant.confirmed()).isTrue();
        }
    }

    @Test
    void aBaselineTooShortToTellResidualErrorsIsNotSteady() {
        StandardRecoveryWatch tolerant = withResidualErrors("baseline");
        see(tolerant, AnswerKind.CORRECT, 0, 200);

        assertThat(tolerant.baseline(at(0), at(200))).contains("watch the baseline for longer");
    }

    @Test
    void confirmsOnceTheRunIsLongEnough() {
        good(0, 1000);
        watch.faultStarted("primary dies", at(1000));
        bad(1000, 2000);
        good(2000, 4050);
        assertThat(watch.confirmed()).isFalse();
        good(4050, 4100);
        assertThat(watch.confirmed()).isTrue();
    }

    @Test
    void doesNotConfirmWhatIsNotComplete() {
        watch.faultStarted("primary dies", at(0));
        bad(0, 1000);
        for (long due = 1000; due < 9000; due += 50) {
            watch.observed(
                    "write", new Observation(due / 50, 0, at(due), at(due), at(due + 1), AnswerKind.CORRECT, "", ""));
        }
        assertThat(watch.confirmed()).isFalse();
        watch.completeUntil("write", at(9000));
        assertThat(watch.confirmed()).isTrue();
    }

    @Test
    void neverConfirmsWithoutAProvenFailure() {
        good(0, 1000);
        watch.faultStarted("primary dies", at(1000));
        good(1200, 30_000);
        assertThat(watch.confirmed()).isFalse();
    }

    @Test
    void watchesOnForARelapse() {
        StandardRecoveryWatch stable = StandardRecoveryWatch.of(plan(Duration.ofSeconds(3), Optional.empty()));
        stable.faultStarted("primary dies", at(0));
        see(stable, AnswerKind.ERROR, 0, 1000);
        see(stable, AnswerKind.CORRECT, 1000, 6050);
        assertThat(stable.runs().get(0)).isPresent();
        assertThat(stable.confirmed()).isFalse();
        see(stable, AnswerKind.ERROR, 6050, 6150);
        assertThat(stable.confirmed()).isTrue();
    }

    @Test
    void aPauseToldLateTakesFailuresBack() {
        good(0, 1000);
        watch.faultStarted("primary dies", at(1000));
        bad(1000, 1050);
        good(1050, 5000);
        assertThat(watch.confirmed()).isTrue();
        watch.paused(new Pause(at(990), at(1040)));
        assertThat(watch.confirmed()).isFalse();
    }

    @Test
    void aFaultToldLateStillCounts() {
        good(0, 1000);
        bad(1000, 2000);
        good(2000, 5000);
        assertThat(watch.confirmed()).isFalse();
        watch.faultStarted("primary dies", at(1000));
        assertThat(watch.confirmed()).isTrue();
    }

    @Test
    void countsFromTheFaultThatIsNamed() {
        StandardRecoveryWatch named = StandardRecoveryWatch.of(plan(Duration.ZERO, Optional.of("second")));
        named.faultStarted("first", at(0));
        see(named, AnswerKind.ERROR, 0, 1000);
        see(named, AnswerKind.CORRECT, 1000, 9000);
        assertThat(named.confirmed()).isFalse();
        named.faultStarted("second", at(500));
        assertThat(named.confirmed()).isTrue();
    }

    @Test
    void saysWhatOfTheBaselineWasNotSteady() {
        good(0, 1000);
        assertThat(watch.baseline(at(0), at(1000))).isEmpty();
        bad(1000, 1050);
        assertThat(watch.baseline(at(0), at(1100)))
                .isEqualTo("probe 'write': 1 of 21 requests failed before the fault");
        assertThat(watch.baseline(at(1050), at(1100))).contains("not one good answer");
    }

    @Test
    void watchesNoLongerThanDeadlineAndConfirmationTake() {
        assertThat(watch.longest()).isEqualTo(Duration.ofMillis(30_000 + 2000 + 2000 + 50));
    }

    @Test
    void withoutARecoveryObjectiveThereIsNothingToConfirm() {
        StandardRecoveryWatch nothing = StandardRecoveryWatch.of(new SamplePlan().build());
        assertThat(nothing.confirmed()).isFalse();
        assertThat(nothing.longest()).isEqualTo(Duration.ofSeconds(30));
    }
}
