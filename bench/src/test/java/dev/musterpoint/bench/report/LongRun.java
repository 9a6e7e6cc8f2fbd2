package dev.musterpoint.bench.report;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Evidence made up as it is asked for: a probe every 5 ms and a workload, with an outage in the middle. */
record LongRun(long length, long writes) {
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

    List<Evidence> beginning(String runId, String planDigest) {
        return List.of(
                new Evidence.RunStarted(runId, "sample", planDigest, "0", new ClockIdentity("boot", 0), 1, "bench"),
                new Evidence.ProbingStarted("write", Moment.START, Duration.ofNanos(TICK), 1),
                new Evidence.BaselineSeen(true, Moment.START, at(length / 2 - 1), "steady"),
                new Evidence.InjectionReturned(1, "db/primary", "fault-1", fault(), fault(), ""),
                new Evidence.EffectSeen(1, "db/primary", fault(), fault(), ""));
    }

    Evidence readBackTaken() {
        return new Evidence.ReadBackTaken("ledger", 1, at(length), at(length), "standby", "rows", "");
    }

    void observations(Consumer<? super Observation> each) {
        for (long tick = 0; tick < length; tick++) {
            Moment start = at(tick);
            boolean down = down(start);
            AnswerKind kind = down ? AnswerKind.ERROR : AnswerKind.CORRECT;
            String detail = down ? "FATAL: the connection was refused" : "";
            each.accept(new Observation(
                    tick, 0, start, start, start.plus(Duration.ofMillis(3)), kind, detail, "127.0.0.1:5432"));
        }
    }

    void ledger(Consumer<? super LedgerLine> each) {
        for (long write = 0; write < writes; write++) {
            WriteId id = id(write);
            Moment start = attempted(write);
            WriteOutcome outcome = down(start) ? WriteOutcome.UNKNOWN : WriteOutcome.ACKNOWLEDGED;
            each.accept(new WriteAttempt(id, start, "00000000"));
            each.accept(new WriteAnswer(id, start.plus(Duration.ofMillis(4)), outcome, "", "127.0.0.1:5432"));
        }
    }

    void readBack(Consumer<? super ReadBackRow> each) {
        for (long write = 0; write < writes; write++) {
            if (!down(attempted(write))) {
                each.accept(new ReadBackRow(id(write), "00000000", true));
            }
        }
    }

    private Moment attempted(long write) {
        return at(write * (length / writes));
    }

    private static WriteId id(long tick) {
        return new WriteId((int) (tick % 4), tick / 4, 0);
    }
}
