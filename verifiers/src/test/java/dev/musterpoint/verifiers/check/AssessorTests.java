package dev.musterpoint.verifiers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssessorTests {
    private static final Confirmation CONFIRM = new Confirmation(10, 1, Duration.ofSeconds(2));

    private static DrillPlan within(long ms) {
        return new SamplePlan().recoversWithin(Duration.ofMillis(ms), CONFIRM).build();
    }

    private static Story recovered() {
        RunStarted started = new RunStarted("run-7", "sample", "0", "0.1.0", new ClockIdentity("boot", 0), 1, "test");
        return Story.ofAFault()
                .fact(0, started)
                .bad("write", 1000, 3000)
                .good("write", 3000, 6000)
                .fact(6000, new Evidence.WatchEnded(true, "enough"));
    }

    private static Assessment assess(Story story, long within) {
        return Assessor.standard().assess(within(within), story.evidence);
    }

    @Test
    void passesWhatCompletedAndMetItsObjectives() {
        Story story = recovered().fact(6001, new RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        Assessment assessment = assess(story, 5000);
        assertThat(assessment.verdict()).isEqualTo(Verdict.MET);
        assertThat(assessment.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(assessment.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(assessment.runId()).isEqualTo("run-7");
        assertThat(assessment.ruleset()).isEqualTo("2026-11");
    }

    @ParameterizedTest
    @EnumSource(value = RunOutcome.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
    void neverPassesWhatDidNotComplete(RunOutcome outcome) {
        Story story = recovered().fact(6001, new RunEnded(outcome, CleanUp.CLEAN, ""));
        assertThat(assess(story, 5000).verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(assess(story, 5000).findings(Issue.class))
                .extracting(Issue::code)
                .contains("RUN_NOT_COMPLETED");
    }

    @Test
    void keepsAMissOfARunThatDidNotComplete() {
        Story story = recovered().fact(6001, new RunEnded(RunOutcome.ABORTED, CleanUp.CLEAN, ""));
        assertThat(assess(story, 1000).verdict()).isEqualTo(Verdict.MISSED);
    }

    private static Assessment assessAsleep(long within) {
        Story story = recovered()
                .fact(6001, new Evidence.ClockChanged(new ClockIdentity("boot", 1)))
                .fact(6002, new RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        return assess(story, within);
    }

    @Test
    void trustsNoPassOfAMachineThatSlept() {
        assertThat(assessAsleep(5000).verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(assessAsleep(5000).findings(Issue.class))
                .extracting(Issue::code)
                .containsExactly("CLOCK_CHANGED");
    }

    @Test
    void believesAMissOfAMachineThatSlept() {
        assertThat(assessAsleep(1000).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void provesNothingWithoutObjectives() {
        Story story = recovered().fact(6001, new RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        Assessment assessment = Assessor.standard().assess(new SamplePlan().build(), story.evidence);
        assertThat(assessment.verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
    }

    /** A story whose journal cannot be read beyond its first lines. */
    private static EvidenceLog torn(Story story) {
        return new EvidenceLog() {
            @Override
            public void journal(Consumer<? super JournalEntry> each) {
                story.evidence.journal(each);
                throw new EvidenceFormatException("journal.jsonl:9: not a valid JournalEntry", null);
            }

            @Override
            public void recovery(Consumer<? super JournalEntry> each) {
                story.evidence.recovery(each);
            }

            @Override
            public void observations(String probe, Consumer<? super Observation> each) {
                story.evidence.observations(probe, each);
            }

            @Override
            public void pauses(Consumer<? super Pause> each) {
                story.evidence.pauses(each);
            }

            @Override
            public void ledger(String workload, Consumer<? super LedgerLine> each) {
                story.evidence.ledger(workload, each);
            }

            @Override
            public void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each) {
                story.evidence.readBack(workload, ordinal, each);
            }
        };
    }

    @Test
    void evidenceThatCannotBeReadShowsNothingAndNamesTheLine() {
        Story story = recovered().fact(6001, new RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        Assessment assessment = Assessor.standard().assess(within(5000), torn(story));
        assertThat(assessment.runId()).isEqualTo("run-7");
        assertThat(assessment.verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
        assertThat(assessment.cleanUp())
                .as("a line may have told of one more change")
                .isEqualTo(CleanUp.UNKNOWN);
        assertThat(assessment.findings(Issue.class)).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("EVIDENCE_UNREADABLE");
            assertThat(issue.message()).startsWith("journal.jsonl:9");
        });
    }

    @Test
    void aRunThatDoesNotSayItEndedHasCrashed() {
        Assessment assessment = assess(recovered(), 5000);
        assertThat(assessment.outcome()).isEqualTo(RunOutcome.CRASHED);
        assertThat(assessment.verdict()).isEqualTo(Verdict.MEASUREMENT_INVALID);
    }

    @Test
    void whatNeedsNoUndoingIsClean() {
        assertThat(assess(recovered(), 5000).cleanUp()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void whatNobodyInspectedIsUnknown() {
        assertThat(assess(withUndo(UndoKind.AUTO), 5000).cleanUp()).isEqualTo(CleanUp.UNKNOWN);
    }

    @Test
    void theLastInspectionDecides() {
        Story dirty = withUndo(UndoKind.AUTO)
                .fact(5, new ResidueInspected("toxic", Residue.none("gone")))
                .fact(6, new ResidueInspected("toxic", Residue.left("back again")));
        assertThat(assess(dirty, 5000).cleanUp()).isEqualTo(CleanUp.DIRTY);
        dirty.evidence.recovered(new Moment(7), new ResidueInspected("toxic", Residue.none("gone")));
        assertThat(assess(dirty, 5000).cleanUp()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void whatAPersonHasYetToUndoIsDirty() {
        assertThat(assess(withUndo(UndoKind.MANUAL), 5000).cleanUp()).isEqualTo(CleanUp.DIRTY);
        Story done = withUndo(UndoKind.MANUAL).fact(5, new ResidueInspected("toxic", Residue.none("gone")));
        assertThat(assess(done, 5000).cleanUp()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void aRecovererSealsACrashedRun() {
        Story story = withUndo(UndoKind.AUTO);
        story.evidence
                .recovered(new Moment(1), new ResidueInspected("toxic", Residue.none("gone")))
                .recovered(new Moment(2), new RunEnded(RunOutcome.CRASHED, CleanUp.CLEAN, "sealed"));
        assertThat(assess(story, 5000).outcome()).isEqualTo(RunOutcome.CRASHED);
        assertThat(assess(story, 5000).cleanUp()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void aLaterCleaningUpOfADirtyRunCounts() {
        Story story = withUndo(UndoKind.AUTO).fact(6001, new RunEnded(RunOutcome.COMPLETED, CleanUp.DIRTY, ""));
        assertThat(assess(story, 5000).cleanUp()).isEqualTo(CleanUp.DIRTY);
        story.evidence.recovered(new Moment(1), new ResidueInspected("toxic", Residue.none("gone")));
        assertThat(assess(story, 5000).cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(assess(story, 5000).outcome()).isEqualTo(RunOutcome.COMPLETED);
    }

    private static Story withUndo(UndoKind kind) {
        UndoRecord undo = new UndoRecord("toxic", "noop", "proxy", "mark", kind, Duration.ZERO, Map.of(), "");
        return recovered().fact(4, new UndoPrepared(undo));
    }
}
