package dev.musterpoint.verifiers.check;

import static dev.musterpoint.verifiers.check.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.watch.StandardRecoveryWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs of which a fault was left out, because its condition did not hold. */
class SkippedFaultTests {
    private static final Confirmation CONFIRM = new Confirmation(10, 1, Duration.ofSeconds(2));
    private static final String REASON = "its condition did not hold: it is a standby";

    private static Objective.RecoveryTime from(String name, Optional<String> fault) {
        return new Objective.RecoveryTime(
                name, Duration.ofSeconds(5), List.of("write"), FailureMode.TOTAL, CONFIRM, fault);
    }

    private static SamplePlan twoFaults() {
        return new SamplePlan().alsoFault("second", FaultOrder.IN_SEQUENCE);
    }

    private static Story firstSkipped() {
        return new Story().good("write", 0, 1000).steady(0, 990).fact(995, new FaultSkipped(1, "primary dies", REASON));
    }

    private static Story secondStruck() {
        Story story = firstSkipped().askedFor(2, 1000, UndoKind.NONE);
        story.fact(1010, new EffectSeen(2, "db/second", at(1000), at(1010), "gone"));
        return story.bad("write", 1000, 2000).good("write", 2000, 6000).watchedUntil(6000);
    }

    @Test
    void aSkippedFaultIsNotUnproven() {
        SamplePlan plan = twoFaults().objective(from("any", Optional.empty()));
        assertThat(secondStruck().first(plan.build()).verdict()).isEqualTo(Verdict.MET);
        assertThat(secondStruck().issues(plan.build()))
                .contains("FAULT_SKIPPED")
                .doesNotContain("NO_EFFECT");
    }

    @Test
    void nothingWasTestedOfWhatCountsFromASkippedFault() {
        ObjectiveJudged judged = secondStruck()
                .first(twoFaults()
                        .objective(from("first", Optional.of("primary dies")))
                        .build());
        assertThat(judged.verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(judged.because()).isEqualTo("nothing was tested: fault 'primary dies' was skipped, for " + REASON);
    }

    @Test
    void nothingWasTestedWhenAllWereSkipped() {
        Story story = firstSkipped()
                .fact(996, new FaultSkipped(2, "second", "its condition did not hold: so it is"))
                .watchedUntil(1000);
        ObjectiveJudged judged =
                story.first(twoFaults().objective(from("any", Optional.empty())).build());
        assertThat(judged.verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(judged.because()).contains("'primary dies' was skipped", "'second' was skipped");
    }

    @Test
    void anUnprovenFaultBesideASkippedOneIsStillUnproven() {
        Story story = firstSkipped()
                .askedFor(2, 1000, UndoKind.NONE)
                .good("write", 1000, 6000)
                .watchedUntil(6000);
        SamplePlan plan = twoFaults().objective(from("any", Optional.empty()));
        assertThat(story.first(plan.build()).verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(story.issues(plan.build())).contains("FAULT_SKIPPED", "NO_EFFECT");
    }

    @Test
    void theWatchDoesNotWaitForWhatWillNotCome() {
        StandardRecoveryWatch watch = StandardRecoveryWatch.of(twoFaults()
                .objective(from("first", Optional.of("primary dies")))
                .objective(from("second", Optional.of("second")))
                .build());
        watch.baseline(at(0), at(990));
        watch.faultStarted("second", at(1000));
        Story lane = new Story().good("write", 0, 1000).bad("write", 1000, 2000).good("write", 2000, 6000);
        lane.evidence.observations("write", each -> watch.observed("write", each));
        watch.completeUntil("write", at(5950));
        assertThat(watch.confirmed()).isFalse();
        watch.faultSkipped("primary dies");
        assertThat(watch.confirmed()).isTrue();
    }
}
