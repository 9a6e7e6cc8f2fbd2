package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import java.util.function.Consumer;

/** Evidence as a wrong rule would see it: a test overrides what that rule gets wrong. */
class AlteredEvidence implements EvidenceLog {
    private final EvidenceLog evidence;

    AlteredEvidence(EvidenceLog evidence) {
        this.evidence = evidence;
    }

    Evidence alter(Evidence body) {
        return body;
    }

    LedgerLine alter(LedgerLine line) {
        return line;
    }

    @Override
    public void journal(Consumer<? super JournalEntry> each) {
        evidence.journal(entry -> each.accept(new JournalEntry(
                entry.seq(), entry.prev(), entry.at(), entry.mono(), entry.actor(), alter(entry.body()))));
    }

    @Override
    public void recovery(Consumer<? super JournalEntry> each) {
        evidence.recovery(each);
    }

    @Override
    public void observations(String probe, Consumer<? super Observation> each) {
        evidence.observations(probe, each);
    }

    @Override
    public void pauses(Consumer<? super Pause> each) {
        evidence.pauses(each);
    }

    @Override
    public void ledger(String workload, Consumer<? super LedgerLine> each) {
        evidence.ledger(workload, line -> each.accept(alter(line)));
    }

    @Override
    public void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each) {
        evidence.readBack(workload, ordinal, each);
    }
}
