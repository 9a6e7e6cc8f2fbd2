package dev.musterpoint.bench.report;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Evidence made up while it is read: a probe and a workload every 5 ms, with an outage in the middle. */
record LongRun(long length) implements EvidenceLog {
    private static final long TICK = 5_000_000;

    private Moment at(long tick) {
        return new Moment(tick * TICK);
    }

    Moment fault() {
        return at(length / 2);
    }

    Moment back() {
        return fault().plus(Duration.ofSeconds(7));
    }

    private boolean down(Moment moment) {
        return moment.isAfter(fault()) && moment.isBefore(back());
    }

    @Override
    public void journal(Consumer<? super JournalEntry> each) {
        List<Evidence> facts = List.of(
                new Evidence.RunStarted("long", "long", "", "0", new ClockIdentity("boot", 0), 1, "bench"),
                new Evidence.ProbingStarted("write", Moment.START, Duration.ofNanos(TICK), 1),
                new Evidence.InjectionReturned(1, "db/primary", "fault-1", fault(), fault(), ""),
                new Evidence.EffectSeen(1, "db/primary", fault(), fault(), ""),
                new Evidence.ReadBackTaken("ledger", 1, at(length), at(length), "standby", "rows", ""));
        for (int i = 0; i < facts.size(); i++) {
            each.accept(new JournalEntry(i, "", Instant.EPOCH, at(length), "engine", facts.get(i)));
        }
    }

    @Override
    public void recovery(Consumer<? super JournalEntry> each) {}

    @Override
    public void observations(String probe, Consumer<? super Observation> each) {
        for (long tick = 0; tick < length; tick++) {
            Moment start = at(tick);
            AnswerKind kind = down(start) ? AnswerKind.ERROR : AnswerKind.CORRECT;
            each.accept(new Observation(
                    tick, 0, start, start, start.plus(Duration.ofMillis(3)), kind, "", "127.0.0.1:5432"));
        }
    }

    @Override
    public void pauses(Consumer<? super Pause> each) {}

    @Override
    public void ledger(String workload, Consumer<? super LedgerLine> each) {
        for (long tick = 0; tick < length; tick++) {
            WriteId id = id(tick);
            Moment start = at(tick);
            WriteOutcome outcome = down(start) ? WriteOutcome.UNKNOWN : WriteOutcome.ACKNOWLEDGED;
            each.accept(new WriteAttempt(id, start, "00000000"));
            each.accept(new WriteAnswer(id, start.plus(Duration.ofMillis(4)), outcome, "", "127.0.0.1:5432"));
        }
    }

    @Override
    public void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each) {
        for (long tick = 0; tick < length; tick++) {
            if (!down(at(tick))) {
                each.accept(new ReadBackRow(id(tick), "00000000", true));
            }
        }
    }

    private static WriteId id(long tick) {
        return new WriteId((int) (tick % 4), tick / 4, 0);
    }
}
