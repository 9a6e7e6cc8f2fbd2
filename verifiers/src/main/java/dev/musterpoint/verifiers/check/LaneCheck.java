package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.verifiers.check.lanes.Classing;
import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.LaneColumns;
import dev.musterpoint.verifiers.check.lanes.LaneRules;
import dev.musterpoint.verifiers.check.lanes.LaneSummary;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import dev.musterpoint.verifiers.check.lanes.Recovery;
import dev.musterpoint.verifiers.check.lanes.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one lane into memory, judges it by every objective that names it, and sums it up. */
final class LaneCheck {
    private final DrillPlan plan;
    private final EvidenceLog evidence;
    private final RunFacts facts;
    private final WindowCheck windows;
    private final Pauses pauses = new Pauses();

    LaneCheck(DrillPlan plan, EvidenceLog evidence, RunFacts facts) {
        this.plan = plan;
        this.evidence = evidence;
        this.facts = facts;
        this.windows = new WindowCheck(plan, evidence, facts);
        evidence.pauses(pauses::add);
    }

    /** Never throws for what the evidence holds: a judge that failed is itself a verdict. */
    LaneReport check(ProbeSpec probe) {
        List<JudgedLane> lanes = JudgedLane.of(plan.spec()).stream()
                .filter(lane -> lane.probe().equals(probe))
                .toList();
        try {
            return report(probe, lanes, read(probe));
        } catch (RuntimeException e) {
            LaneVerdict failed = LaneVerdict.unmeasured(probe.name(), Ruling.invalid("JUDGE_FAILED", Failed.judge(e)));
            return new LaneReport(
                    Optional.empty(),
                    lanes.stream()
                            .map(lane ->
                                    new LaneReport.OfObjective(lane.objective().name(), failed))
                            .toList(),
                    plan.spec().objectives().stream()
                            .filter(objective -> WindowCheck.isOn(objective, probe.name()))
                            .map(objective -> Failed.objective(objective, e))
                            .toList(),
                    Optional.empty());
        }
    }

    private Lane read(ProbeSpec probe) {
        LaneColumns columns = new LaneColumns();
        evidence.observations(probe.name(), columns::add);
        long slack = plan.spec().timing().slack().toNanos();
        return new Lane(columns, new Classing(probe.latencyBelow().toNanos(), slack, pauses));
    }

    private LaneReport report(ProbeSpec probe, List<JudgedLane> planned, Lane lane) {
        List<JudgedLane> lanes = planned.stream()
                .map(judged -> facts.known(judged, lane, plan.spec().timing()))
                .toList();
        LaneJudge judge = new LaneJudge(facts, plan.spec().timing());
        List<LaneReport.OfObjective> verdicts = lanes.stream()
                .map(judged -> new LaneReport.OfObjective(judged.objective().name(), judge.judge(judged, lane)))
                .toList();
        LaneRules rules = lanes.stream().map(JudgedLane::rules).findFirst().orElseGet(() -> usual(probe));
        Optional<Window> window = facts.window(Optional.empty());
        OptionalLong faultAt =
                window.map(w -> OptionalLong.of(w.earliest().nanos())).orElse(OptionalLong.empty());
        OptionalLong backAt = window.map(
                        w -> lane.recovery(rules, w, facts.watchEnd().nanos()))
                .flatMap(Recovery::run)
                .map(run -> OptionalLong.of(run.from()))
                .orElse(OptionalLong.empty());
        return new LaneReport(
                Optional.of(LaneSummary.of(probe.name(), lane, rules, faultAt, backAt)),
                verdicts,
                windows.judge(probe, lane, pauses),
                returned(probe, lane, verdicts));
    }

    private Optional<LaneReturn> returned(ProbeSpec probe, Lane lane, List<LaneReport.OfObjective> verdicts) {
        List<OptionalLong> backs = verdicts.stream()
                .filter(each -> ofService(each.objective()))
                .map(each -> each.verdict().back())
                .toList();
        OptionalLong last = backs.stream().flatMapToLong(OptionalLong::stream).max();
        Optional<Window> window = facts.window(Optional.empty());
        if (window.isEmpty() || last.isEmpty() || !backs.stream().allMatch(OptionalLong::isPresent)) {
            return Optional.empty();
        }
        long back = last.getAsLong();
        long answering = lane.answering(window.get().earliest().nanos(), back).orElse(back);
        boolean pooled = probe.params().text("connections", "fresh").equals("pooled");
        return Optional.of(new LaneReturn(probe.name(), pooled, new Moment(answering), new Moment(back)));
    }

    private boolean ofService(String objective) {
        return plan.spec().ofResponse().recoveryTimes().stream()
                .anyMatch(each -> each.name().equals(objective) && !each.isOfRedundancy());
    }

    /** For a lane that no objective names. */
    private LaneRules usual(ProbeSpec probe) {
        Confirmation confirm = (probe.perTick() > 1 ? FailureMode.PARTIAL : FailureMode.TOTAL).confirmation();
        return LaneRules.of(probe, plan.spec().timing(), confirm);
    }
}
