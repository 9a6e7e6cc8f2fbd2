package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A judge that fails is a finding without a verdict, never an exception, and takes no other objective with it. */
class FailedJudgeTests {
    private static final DrillPlan PLAN = new SamplePlan()
            .recoversWithin(Duration.ofSeconds(5), new Confirmation(10, 1, Duration.ofSeconds(2)))
            .workload()
            .objective(new Objective.LostWrites("nothing lost", 0, "ledger"))
            .objective(new Objective.RecoveryPoint("little lost", Duration.ofSeconds(1), "ledger", Optional.empty()))
            .build();

    /** Evidence that can be read except for one stream. */
    private static class Broken implements EvidenceLog {
        private final EvidenceLog whole = Story.ofAFault()
                .bad("write", 1000, 3000)
                .good("write", 3000, 6000)
                .watchedUntil(6000)
                .evidence;

        @Override
        public void journal(Consumer<? super JournalEntry> each) {
            whole.journal(each);
        }

        @Override
        public void recovery(Consumer<? super JournalEntry> each) {
            whole.recovery(each);
        }

        @Override
        public void observations(String probe, Consumer<? super Observation> each) {
            whole.observations(probe, each);
        }

        @Override
        public void pauses(Consumer<? super Pause> each) {
            whole.pauses(each);
        }

        @Override
        public void ledger(String workload, Consumer<? super LedgerLine> each) {
            whole.ledger(workload, each);
        }

        @Override
        public void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each) {
            whole.readBack(workload, ordinal, each);
        }
    }

    private static EvidenceFormatException unreadable() {
        return new EvidenceFormatException("line 7 is not what it should be", null);
    }

    private static List<Verdict> verdicts(List<Finding> findings) {
        return findings.stream()
                .filter(ObjectiveJudged.class::isInstance)
                .map(each -> ((ObjectiveJudged) each).verdict())
                .toList();
    }

    @Test
    void unreadableObservationsSpoilTheirLaneAlone() {
        List<Finding> findings = new StandardVerifier().verify(PLAN, new Broken() {
            @Override
            public void observations(String probe, Consumer<? super Observation> each) {
                throw unreadable();
            }
        });
        assertThat(verdicts(findings)).containsOnly(Verdict.MEASUREMENT_INVALID).hasSize(3);
        assertThat(findings.get(0)).isInstanceOfSatisfying(ObjectiveJudged.class, judged -> assertThat(judged.because())
                .contains("a judge that failed")
                .contains("line 7"));
    }

    @Test
    void anUnreadableLedgerLeavesTheRecoveryTimeAlone() {
        List<Finding> findings = new StandardVerifier().verify(PLAN, new Broken() {
            @Override
            public void ledger(String workload, Consumer<? super LedgerLine> each) {
                throw unreadable();
            }
        });
        assertThat(verdicts(findings))
                .containsExactly(Verdict.MET, Verdict.MEASUREMENT_INVALID, Verdict.MEASUREMENT_INVALID);
    }

    @Test
    void anUnreadableJournalSpoilsAll() {
        List<Finding> findings = new StandardVerifier().verify(PLAN, new Broken() {
            @Override
            public void journal(Consumer<? super JournalEntry> each) {
                throw unreadable();
            }
        });
        assertThat(verdicts(findings)).containsOnly(Verdict.MEASUREMENT_INVALID).hasSize(3);
        assertThat(findings.get(3)).isInstanceOfSatisfying(Issue.class, issue -> assertThat(issue.code())
                .isEqualTo("JUDGE_FAILED"));
    }

    @Test
    void anObjectiveOnAProbeThatIsNotThereCannotBeJudged() {
        DrillPlan plan = new SamplePlan()
                .objective(new Objective.RecoveryTime(
                        "ghost",
                        Duration.ofSeconds(5),
                        List.of("nobody"),
                        FailureMode.TOTAL,
                        new Confirmation(10, 1, Duration.ofSeconds(2)),
                        Optional.empty()))
                .build();
        assertThat(verdicts(new StandardVerifier().verify(plan, new Broken())))
                .containsOnly(Verdict.MEASUREMENT_INVALID);
    }
}
