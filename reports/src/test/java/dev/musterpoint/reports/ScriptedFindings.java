package dev.musterpoint.reports;

import static dev.musterpoint.reports.ScriptedRun.at;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.RecoveryPhase;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.reports.ScriptedRun.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What judging would find in the scripted run. */
final class ScriptedFindings {
    private final Script script;
    private final UnaryOperator<String> text;
    private final List<Finding> findings = new ArrayList<>();

    ScriptedFindings(Script script, UnaryOperator<String> text) {
        this.script = script;
        this.text = text;
    }

    private String t(String plain) {
        return text.apply(plain);
    }

    Assessment assessment(String runId) {
        Verdict verdict =
                switch (script) {
                    case MET -> metButForLosses();
                    case MISSED -> missed();
                    case NOT_RECOVERED -> notRecovered();
                    case NO_EFFECT -> noEffect();
                    default -> cutShort();
                };
        return new Assessment(t("2026-11"), runId, outcome(), verdict, cleanUp(), findings);
    }

    private RunOutcome outcome() {
        return switch (script) {
            case ABORTED -> RunOutcome.ABORTED;
            case CRASHED -> RunOutcome.CRASHED;
            case REFUSED -> RunOutcome.REFUSED;
            default -> RunOutcome.COMPLETED;
        };
    }

    private CleanUp cleanUp() {
        return script == Script.CRASHED ? CleanUp.DIRTY : CleanUp.CLEAN;
    }

    private static Duration ms(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    private void judged(String name, String kind, Verdict verdict, Duration target, Interval measured, String because) {
        findings.add(new Finding.ObjectiveJudged(
                t(name),
                kind,
                verdict,
                Optional.ofNullable(target),
                target == null ? Optional.of(0) : Optional.empty(),
                Optional.ofNullable(measured),
                t(because),
                measured == null ? List.of() : arithmetic()));
    }

    private List<String> arithmetic() {
        return List.of(
                t("T0⁻ = 15.000000 s (before the call), T0⁺ = 15.012000 s (the read that saw the effect)"),
                t("a_m = 16.451200 s, the last failure of read-pooled; L = a_m − T0⁺ = 1.439200 s"),
                t("c_1 = 16.505600 s, the first of 40 good answers in a row; U = c_1 − T0⁻ = 1.505600 s"));
    }

    private Verdict metButForLosses() {
        judged(
                "orders recover",
                "recoveryTime",
                Verdict.MET,
                Duration.ofSeconds(30),
                Interval.of(ms(1439.2), ms(1505.6)),
                "U = 1.51 s is at or below the target of 30 s on both lanes.");
        judged(
                "little is lost",
                "recoveryPoint",
                Verdict.MET,
                Duration.ofSeconds(1),
                Interval.of(Duration.ZERO, ms(11.2)),
                "Nothing was lost, and writes came at most 11.2 ms apart.");
        judged("nothing is lost", "lostWrites", Verdict.MET, null, null, "Every acknowledged write was found.");
        seen(0);
        return Verdict.MET;
    }

    private Verdict missed() {
        judged(
                "orders recover",
                "recoveryTime",
                Verdict.MISSED,
                Duration.ofSeconds(1),
                Interval.of(ms(1439.2), ms(1505.6)),
                "read-pooled still failed 1.43 s after the fault, beyond the target of 1 s.");
        judged(
                "little is lost",
                "recoveryPoint",
                Verdict.MET,
                Duration.ofSeconds(1),
                Interval.of(ms(231.4), ms(262.8)),
                "The loss window is at most 263 ms.");
        judged("nothing is lost", "lostWrites", Verdict.MISSED, null, null, "48 acknowledged writes were not found.");
        seen(48);
        findings.add(new Finding.Issue(
                t("POOL_SLOW"), Severity.WARNING, t("Pooled clients came back 300 ms after fresh connections did.")));
        return Verdict.MISSED;
    }

    private void seen(long lost) {
        Finding.Latency calm = latency(240, 9, 16, 17, 19);
        Finding.Outage outage = new Finding.Outage(at(15.0004), at(16.1512), Interval.of(ms(1150.8), ms(1205)));
        findings.add(lane("write", 658, 24, List.of(outage), Interval.of(ms(1150.8), ms(1205)), calm));
        Finding.Outage longer = new Finding.Outage(at(15.0004), at(16.4512), Interval.of(ms(1450.8), ms(1505)));
        findings.add(lane("read-pooled", 652, 30, List.of(longer), Interval.of(ms(1450.8), ms(1505)), calm));
        findings.add(new Finding.WritesSeen(
                t("ledger"),
                true,
                5_512,
                5_500,
                0,
                12,
                5_500 - lost,
                lost,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                lost == 0 ? List.of() : List.of(new WriteId(0, 583, 0), new WriteId(1, 583, 0), new WriteId(2, 583, 0)),
                Optional.of(lost == 0 ? Interval.of(Duration.ZERO, ms(11.2)) : Interval.of(ms(231.4), ms(262.8)))));
        bill("notice that writes fail", StepPart.DETECT, 15.0, 15.37, 5);
        bill("promote the standby", StepPart.ACT, 15.37, 15.79, 4);
        bill("between promotion and the first good answer", StepPart.ACT, 15.79, 16.2, 0);
        bill("pooled clients", StepPart.CHECK, 16.2, 17.0, 0);
        findings.add(new Finding.PhaseBilled(
                RecoveryPhase.ACTION, Optional.of(at(15.37)), Optional.of(at(15.79)), Optional.empty(), ""));
        findings.add(new Finding.PhaseBilled(
                RecoveryPhase.REDUNDANCY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                t("nothing here tells when it was restored")));
    }

    private void bill(String name, StepPart part, double from, double to, int planned) {
        findings.add(new Finding.TimeBilled(
                t(name),
                part,
                at(from),
                at(to),
                planned == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(planned))));
    }

    private Finding lane(
            String probe, long good, long bad, List<Finding.Outage> outages, Interval downtime, Finding.Latency calm) {
        return new Finding.LaneSeen(
                t(probe),
                good + bad + 1,
                good,
                bad,
                1,
                1,
                0,
                Share.of(good, good + bad + 1),
                outages,
                downtime,
                downtime,
                calm,
                latency(0, 0, 0, 0, 0),
                latency(418, 10, 17, 18, 31));
    }

    private static Finding.Latency latency(long answers, double p50, double p95, double p99, double max) {
        return answers == 0
                ? new Finding.Latency(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())
                : new Finding.Latency(
                        answers,
                        Optional.of(ms(p50)),
                        Optional.of(ms(p95)),
                        Optional.of(ms(p99)),
                        Optional.of(ms(max)));
    }

    private Verdict notRecovered() {
        judged(
                "orders recover",
                "recoveryTime",
                Verdict.NOT_RECOVERED,
                Duration.ofSeconds(30),
                Interval.atLeast(ms(72_938)),
                "No qualifying run of good answers was seen until the watch ended, 73 s after the fault.");
        judged(
                "little is lost",
                "recoveryPoint",
                Verdict.MEASUREMENT_INVALID,
                Duration.ofSeconds(1),
                null,
                "The workload's rows could not be read back.");
        judged(
                "nothing is lost",
                "lostWrites",
                Verdict.MEASUREMENT_INVALID,
                null,
                null,
                "The workload's rows could not be read back.");
        findings.add(new Finding.Issue(
                t("READ_BACK_FAILED"), Severity.CRITICAL, t("No server took over, so nothing could be read back.")));
        findings.add(new Finding.WritesSeen(
                t("ledger"), false, 3_120, 2_380, 700, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), Optional.empty()));
        return Verdict.NOT_RECOVERED;
    }

    private Verdict noEffect() {
        judged(
                "orders recover",
                "recoveryTime",
                Verdict.NO_EFFECT,
                Duration.ofSeconds(30),
                null,
                "No read saw the fault's effect: the process still ran.");
        judged(
                "little is lost",
                "recoveryPoint",
                Verdict.NO_EFFECT,
                Duration.ofSeconds(1),
                null,
                "No read saw the fault's effect.");
        judged("nothing is lost", "lostWrites", Verdict.NO_EFFECT, null, null, "No read saw the fault's effect.");
        return Verdict.NO_EFFECT;
    }

    private Verdict cutShort() {
        if (script != Script.REFUSED) {
            findings.add(new Finding.Issue(
                    t("CUT_SHORT"), Severity.WARNING, t("The run ended before its objectives could be judged.")));
        }
        return Verdict.MEASUREMENT_INVALID;
    }
}
