package dev.musterpoint.reports;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.evidence.SystemEvent;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemHistory;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.ReportModelBuilder;
import dev.musterpoint.reports.model.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A run as it could have been: probes every 50 ms from 3 s on, 200 writes a second, the primary killed at 15 s. In most
 * scripts the service is back 1.2 s later and the writes of the last 240 ms before the fault are lost.
 */
public final class ScriptedRun {
    public enum Script {
        MET,
        MISSED,
        NOT_RECOVERED,
        NO_EFFECT,
        ABORTED,
        CRASHED,
        REFUSED
    }

    static final double FAULT = 15.0;
    private static final double PROBING = 3.0;
    private static final double READ_BACK = 32.0;
    private static final String UNDO = "fault-1";

    public final Script script;
    public final DrillPlan plan;
    public final RecordedEvidence log = new RecordedEvidence();
    public final Assessment assessment;
    private final UnaryOperator<String> text;

    private ScriptedRun(Script script, UnaryOperator<String> text, boolean sandbox) {
        this.script = script;
        this.text = text;
        Duration rto = script == Script.MISSED ? Duration.ofSeconds(1) : Duration.ofSeconds(30);
        this.plan = new ScriptedPlan(text, rto, sandbox).build();
        journal();
        if (script != Script.REFUSED) {
            observe("write", back());
            observe("read-pooled", back() + 0.3);
            log.pause(new Pause(at(8.4), at(8.447))).pause(new Pause(at(21.0), at(21.031)));
            write();
        }
        this.assessment = new ScriptedFindings(script, text).assessment(runId());
    }

    public static ScriptedRun of(Script script) {
        return new ScriptedRun(script, UnaryOperator.identity(), true);
    }

    /** The same, of a service that is not in a sandbox. */
    public static ScriptedRun outside(Script script) {
        return new ScriptedRun(script, UnaryOperator.identity(), false);
    }

    /** The same, with {@code text} put over every text in it. */
    public static ScriptedRun with(Script script, UnaryOperator<String> text) {
        return new ScriptedRun(script, text, true);
    }

    String runId() {
        return t("2026-11-21T09-00-00Z-orders-db-failover");
    }

    public RunFacts facts() {
        return new RunFacts(
                runId(),
                t("runs/2026-11-21T09-00-00Z-orders-db-failover"),
                "4be1".repeat(16),
                script == Script.CRASHED ? "77d0".repeat(16) : "");
    }

    public ReportModel model() {
        return ReportModelBuilder.build(plan, log, assessment, facts());
    }

    public static Moment at(double seconds) {
        return new Moment(Math.round(seconds * 1e9));
    }

    private String t(String plain) {
        return text.apply(plain);
    }

    /** When the service answers again. */
    private double back() {
        return switch (script) {
            case NOT_RECOVERED -> 1e6;
            case NO_EFFECT -> FAULT;
            default -> FAULT + 1.2;
        };
    }

    private double end() {
        return switch (script) {
            case ABORTED -> 16.4;
            case CRASHED -> 15.9;
            case NOT_RECOVERED -> 92.0;
            default -> 38.0;
        };
    }

    /** When the clients stopped. */
    private double quiet() {
        return script == Script.ABORTED || script == Script.CRASHED ? end() : end() - 2;
    }

    private void fact(double seconds, Evidence body) {
        log.fact(at(seconds), body);
    }

    private void journal() {
        fact(
                0,
                new Evidence.RunStarted(
                        runId(),
                        t("orders-db-failover"),
                        "c0ffee42".repeat(8),
                        t("0.1.0"),
                        new ClockIdentity(t("6f9f7d4c-3f5e-4f0e-9a53-0a4b8f0a6f11"), 0),
                        4711,
                        t("mira")));
        phase(0.01, DrillPhase.CHECKING, "the plan is frozen");
        if (script == Script.REFUSED) {
            fact(0.4, new Evidence.ProblemMet(t("lock"), t("run 2026-11-21T08-58-00Z-other holds the target db")));
            end(0.5, RunOutcome.REFUSED, CleanUp.CLEAN, "db is locked by another run");
            return;
        }
        prepare();
        inject();
        if (script == Script.CRASHED) {
            takeOver();
            return;
        }
        if (script == Script.ABORTED) {
            fact(16.38, new Evidence.AbortRequested(t("mira"), t("wrong cluster")));
        } else {
            respond();
        }
        leave();
    }

    private void prepare() {
        fact(0.2, new Evidence.WatchdogReady(4712));
        fact(2.4, new Evidence.SystemOpened(system()));
        fact(2.5, new Evidence.UndoPrepared(undo("system-db", "system:sandbox", "db", UndoKind.AUTO)));
        phase(2.9, DrillPhase.BASELINE, "every system is open");
        fact(PROBING, new Evidence.ProbingStarted(t("write"), at(PROBING), ScriptedPlan.EVERY, 1));
        fact(PROBING, new Evidence.ProbingStarted(t("read-pooled"), at(PROBING), ScriptedPlan.EVERY, 1));
        fact(3.1, new Evidence.WorkloadStarted(t("ledger")));
        fact(14.8, new Evidence.BaselineSeen(true, at(4.8), at(14.8), ""));
        phase(14.9, DrillPhase.INJECTING, "steady state holds");
    }

    private SystemFacts system() {
        return new SystemFacts(
                t("db"),
                t("postgres"),
                true,
                Map.of("url", t("jdbc:postgresql://127.0.0.1:15432,127.0.0.1:15433/orders")),
                List.of(
                        new SystemFacts.Member(
                                t("primary"), Map.of("pid", t("5120"), "port", t("15432"), "started", t("83211"))),
                        new SystemFacts.Member(t("standby"), Map.of("pid", t("5133"), "port", t("15433")))));
    }

    private UndoRecord undo(String id, String handler, String target, UndoKind kind) {
        return new UndoRecord(
                t(id), t(handler), t(target), t("mp-1"), kind, Duration.ofMinutes(5), Map.of(), t("kill 5120"));
    }

    private void inject() {
        fact(14.95, new Evidence.UndoPrepared(undo(UNDO, "fault:postgres/kill", "db/primary", UndoKind.NONE)));
        fact(
                FAULT + 0.01,
                new Evidence.InjectionReturned(1, t("db/primary"), t(UNDO), at(FAULT), at(FAULT + 0.004), ""));
        if (script == Script.NO_EFFECT) {
            fact(FAULT + 5, new Evidence.EffectNotSeen(1, t("db/primary"), at(FAULT + 5), t("pid 5120 still runs")));
            return;
        }
        fact(
                FAULT + 0.02,
                new Evidence.EffectSeen(
                        1, t("db/primary"), at(FAULT + 0.008), at(FAULT + 0.012), t("pid 5120 is gone")));
    }

    private void respond() {
        if (script == Script.NO_EFFECT) {
            skipAll("the fault's effect was not seen, so there is nothing to watch");
            return;
        }
        step(1, "Notice that writes fail", FAULT + 0.02, FAULT + 0.37, StepOutcome.DONE, "3 attempts failed in a row");
        String nobody = "nobody was there; declared for that: skip";
        fact(
                FAULT + 0.37,
                new Evidence.StepEnded(2, t("Declare the incident"), StepOutcome.NOT_RUN, t("runner"), t(nobody)));
        phase(FAULT + 0.38, DrillPhase.RESPONDING, "the faults are in");
        boolean promoted = script != Script.NOT_RECOVERED;
        step(
                3,
                "Promote the standby",
                FAULT + 0.38,
                promoted ? FAULT + 0.79 : FAULT + 30.4,
                promoted ? StepOutcome.DONE : StepOutcome.TIMED_OUT,
                promoted ? "standby left recovery" : "not done after 30000 ms");
        if (promoted) {
            step(4, "Check that writes land", FAULT + 0.79, FAULT + 1.31, StepOutcome.DONE, "written and read");
            fact(31.6, new Evidence.WatchEnded(true, t("recovery is confirmed")));
        } else {
            String why = "step 'Promote the standby' timed out";
            fact(
                    FAULT + 30.4,
                    new Evidence.StepEnded(4, t("Check that writes land"), StepOutcome.NOT_RUN, t("runner"), t(why)));
            fact(88, new Evidence.WatchEnded(false, t("the deadline has passed")));
        }
        readBack();
    }

    private void skipAll(String why) {
        for (int step = 1; step <= 4; step++) {
            fact(FAULT + 5.1, new Evidence.StepEnded(step, t("step"), StepOutcome.NOT_RUN, t("runner"), t(why)));
        }
    }

    private void step(int number, String name, double from, double to, StepOutcome outcome, String detail) {
        fact(from, new Evidence.StepStarted(number, t(name)));
        fact(to, new Evidence.StepEnded(number, t(name), outcome, t("runner"), t(detail)));
    }

    private void readBack() {
        double when = script == Script.NOT_RECOVERED ? 89 : READ_BACK;
        String error = script == Script.NOT_RECOVERED ? t("connection refused") : "";
        fact(
                when + 0.2,
                new Evidence.ReadBackTaken(
                        t("ledger"), 1, at(when), at(when + 0.2), t("127.0.0.1:15433"), t("rows"), error));
    }

    private void leave() {
        phase(end() - 2.4, DrillPhase.RECOVERING, "the watch is over");
        for (String path :
                List.of("observations/write.jsonl", "observations/read-pooled.jsonl", "ledger/ledger.jsonl")) {
            fact(end() - 1.5, new Evidence.SegmentClosed(t(path), "ab12cd34".repeat(8), 184_223, 1_420));
        }
        undone(end() - 1.2, UNDO, "nothing of ours stays behind");
        undone(end() - 0.4, "system-db", "no process, no directory");
        fact(end() - 0.2, new Evidence.HistoryRead(t("db"), history()));
        phase(end() - 0.1, DrillPhase.FINISHED, "everything was read back");
        boolean aborted = script == Script.ABORTED;
        end(
                end(),
                aborted ? RunOutcome.ABORTED : RunOutcome.COMPLETED,
                CleanUp.CLEAN,
                aborted ? "stopped by mira: wrong cluster" : "");
    }

    private SystemHistory history() {
        SystemEvent died = new SystemEvent(
                Instant.parse("2026-11-21T09:00:17Z"), t("member primary"), t("Killed"), t("by signal 9"));
        return new SystemHistory(List.of(died), 3, List.of(t("the log of the standby could not be read")));
    }

    private void undone(double when, String undo, String residue) {
        fact(when, new Evidence.UndoStarted(t(undo), t("the run is over")));
        fact(when + 0.3, new Evidence.UndoEnded(t(undo), ""));
        fact(when + 0.35, new Evidence.ResidueInspected(t(undo), Residue.none(t(residue))));
    }

    private void takeOver() {
        fact(FAULT + 0.02, new Evidence.StepStarted(1, t("Notice that writes fail")));
        log.recovered(
                at(18.0),
                new Evidence.RecoveryStarted(t("watchdog"), 4712, "4be1".repeat(16), 17, t("the runner is gone")));
        log.recovered(at(18.2), new Evidence.UndoStarted(t("system-db"), t("taken over by watchdog")));
        log.recovered(at(18.9), new Evidence.UndoEnded(t("system-db"), t("data directory is busy")));
        Residue left = Residue.left(t("/tmp/sandbox/db still holds 31 files"));
        log.recovered(at(19.0), new Evidence.ResidueInspected(t("system-db"), left));
        log.recovered(at(19.1), new Evidence.RunEnded(RunOutcome.CRASHED, CleanUp.DIRTY, t("the runner is gone")));
    }

    private void phase(double when, DrillPhase phase, String reason) {
        fact(when, new Evidence.PhaseEntered(phase, t(reason)));
    }

    private void end(double when, RunOutcome outcome, CleanUp cleanUp, String detail) {
        fact(when, new Evidence.RunEnded(outcome, cleanUp, detail.isEmpty() ? "" : t(detail)));
    }

    private void observe(String probe, double back) {
        double every = Duration.ofNanos(ScriptedPlan.EVERY.toNanos()).toNanos() / 1e9;
        for (int tick = 0; PROBING + tick * every < quiet(); tick++) {
            double due = PROBING + tick * every;
            double started = due + 0.0004 * (tick % 5);
            boolean down = started > FAULT && started < back;
            boolean tainted = tick == 108;
            double took = down || tainted ? 0.0021 : 0.004 + 0.0013 * (tick * 7 % 11);
            AnswerKind kind = tainted ? AnswerKind.NOT_STARTED : down ? AnswerKind.ERROR : AnswerKind.CORRECT;
            String detail = down ? t("connection refused") : "";
            log.observation(
                    t(probe),
                    new Observation(tick, 0, at(due), at(started), at(started + took), kind, detail, t("127.0.0.1")));
        }
    }

    private void write() {
        double stopped = Math.min(quiet(), script == Script.NOT_RECOVERED ? 88.5 : 31.8);
        for (int i = 0; 3.1 + i * 0.005 < stopped; i++) {
            double started = 3.1 + i * 0.005 + 0.0004 * (i % 3);
            boolean down = started > FAULT && started < back();
            boolean blocked = down && i % 20 != 0;
            if (blocked) {
                continue;
            }
            WriteId id = new WriteId(i % 4, i / 4, 0);
            WriteOutcome outcome = down ? WriteOutcome.UNKNOWN : WriteOutcome.ACKNOWLEDGED;
            log.ledger(t("ledger"), new WriteAttempt(id, at(started), "cafe0001"));
            log.ledger(
                    t("ledger"),
                    new WriteAnswer(id, at(started + 0.006), outcome, down ? t("broken") : "", t("127.0.0.1:15432")));
            boolean lost = script == Script.MISSED && started > FAULT - 0.24 && started < back();
            if (!lost && script != Script.NOT_RECOVERED) {
                log.row(t("ledger"), 1, new ReadBackRow(id, "cafe0001", true));
            }
        }
    }
}
