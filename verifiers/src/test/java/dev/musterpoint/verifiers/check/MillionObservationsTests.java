package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A run of a million observations and a million writes, read from a stream that keeps nothing. */
class MillionObservationsTests {
    private static final int MANY = 1_000_000;

    /** Observations every millisecond, 1,000 of them bad; every write acknowledged, and all read back. */
    private static final class Streams implements EvidenceLog {
        private final EvidenceLog journal;

        private Streams() {
            Story story = new Story().steady(0, 990).fault(1, 1000, 1010, UndoKind.NONE);
            story.fact(MANY, new ReadBackTaken("ledger", 1, Story.at(MANY + 5), Story.at(MANY + 9), "p", "rows", ""));
            journal = story.watchedUntil(MANY).evidence;
        }

        @Override
        public void journal(Consumer<? super JournalEntry> each) {
            journal.journal(each);
        }

        @Override
        public void recovery(Consumer<? super JournalEntry> each) {}

        @Override
        public void observations(String probe, Consumer<? super Observation> each) {
            for (long ms = 0; ms < MANY; ms++) {
                AnswerKind kind = ms >= 1000 && ms < 2000 ? AnswerKind.ERROR : AnswerKind.CORRECT;
                each.accept(Story.observation(ms, ms, ms + 1, kind));
            }
        }

        @Override
        public void pauses(Consumer<? super Pause> each) {}

        @Override
        public void ledger(String workload, Consumer<? super LedgerLine> each) {
            for (long ms = 0; ms < MANY; ms++) {
                WriteId id = new WriteId((int) (ms % 4), ms, 0);
                Moment started = Story.at(ms);
                each.accept(new WriteAttempt(id, started, "c0ffee"));
                each.accept(new WriteAnswer(id, Story.at(ms + 1), WriteOutcome.ACKNOWLEDGED, "", "p"));
            }
        }

        @Override
        public void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each) {
            for (long ms = MANY - 1; ms >= 0; ms--) {
                each.accept(new ReadBackRow(new WriteId((int) (ms % 4), ms, 0), "c0ffee", true));
            }
        }
    }

    @Test
    void areJudgedInASmallHeap() {
        DrillPlan plan = new SamplePlan()
                .recoversWithin(Duration.ofSeconds(5), new Confirmation(10, 1, Duration.ofSeconds(2)))
                .workload()
                .objective(new Objective.LostWrites("nothing lost", 0, "ledger"))
                .build();
        List<Finding> findings = new StandardVerifier().verify(plan, new Streams());
        assertThat(findings)
                .filteredOn(ObjectiveJudged.class::isInstance)
                .extracting(each -> ((ObjectiveJudged) each).verdict())
                .containsExactly(Verdict.MET, Verdict.MET);
    }
}
