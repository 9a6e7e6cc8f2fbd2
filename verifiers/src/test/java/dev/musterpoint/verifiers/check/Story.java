package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.BaselineSeen;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Tells a run second by second: a probe every 50 ms, answers after 1 ms. All times are in milliseconds. */
final class Story {
    static final long EVERY = 50;

    final RecordedEvidence evidence = new RecordedEvidence();

    /** A run that starts with a steady second and whose fault acts at 1,000. */
    static Story ofAFault() {
        return new Story().good("write", 0, 1000).steady(0, 990).fault(1, 1000, 1010, UndoKind.NONE);
    }

    Story steady(long from, long to) {
        return fact(to, new BaselineSeen(true, at(from), at(to), ""));
    }

    /** Fault {@code number} is asked for at {@code asked} and its effect seen at {@code seen}. */
    Story fault(int number, long asked, long seen, UndoKind kind) {
        return askedFor(number, asked, kind).effect(number, asked, seen);
    }

    Story askedFor(int number, long asked, UndoKind kind) {
        String undo = "undo-" + number;
        UndoRecord record =
                new UndoRecord(undo, "noop", "db/primary", "mark", kind, Duration.ofMinutes(5), Map.of(), "");
        fact(asked, new UndoPrepared(record));
        return fact(asked + 2, new InjectionReturned(number, "db/primary", undo, at(asked), at(asked + 2), ""));
    }

    Story effect(int number, long asked, long seen) {
        return fact(seen, new EffectSeen(number, "db/primary", at(asked), at(seen), "gone"));
    }

    Story good(String probe, long from, long to) {
        return each(probe, from, to, due -> observation(due, due, due + 1, AnswerKind.CORRECT));
    }

    /** Refused at once. */
    Story bad(String probe, long from, long to) {
        return each(probe, from, to, due -> observation(due, due, due + 1, AnswerKind.ERROR));
    }

    Story answersAfter(String probe, long latency, long from, long to) {
        return each(probe, from, to, due -> observation(due, due, due + latency, AnswerKind.CORRECT));
    }

    private Story each(String probe, long from, long to, LongFunction<Observation> make) {
        for (long due = from; due < to; due += EVERY) {
            evidence.observation(probe, make.apply(due));
        }
        return this;
    }

    static Observation observation(long due, long a, long c, AnswerKind kind) {
        String detail = kind == AnswerKind.ERROR ? "refused" : "";
        return new Observation(due / EVERY, 0, at(due), at(a), at(c), kind, detail, "");
    }

    Story fact(long moment, Evidence body) {
        evidence.fact(at(moment), body);
        return this;
    }

    /** Watching ends at {@code moment}, and the run with it. */
    Story watchedUntil(long moment) {
        fact(moment, new Evidence.WatchEnded(true, "enough"));
        return fact(moment + 1, new Evidence.RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
    }

    static Moment at(long ms) {
        return new Moment(ms * 1_000_000);
    }

    List<Finding> judged(DrillPlan plan) {
        return new StandardVerifier().verify(plan, evidence);
    }

    /** The judgement of the plan's first objective. */
    ObjectiveJudged first(DrillPlan plan) {
        return judged(plan).stream()
                .filter(ObjectiveJudged.class::isInstance)
                .map(ObjectiveJudged.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The codes of all issues found. */
    List<String> issues(DrillPlan plan) {
        return judged(plan).stream()
                .filter(Issue.class::isInstance)
                .map(each -> ((Issue) each).code())
                .toList();
    }
}
