package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.PhaseBilled;
import dev.musterpoint.drills.verdict.Finding.TimeBilled;
import dev.musterpoint.drills.verdict.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One run being judged. Lanes are held in memory one at a time, workloads too. */
final class Judging {
    private final DrillPlan plan;
    private final EvidenceLog evidence;
    private final RunFacts facts;
    private final List<LaneReport> lanes = new ArrayList<>();
    private final List<WorkloadReport> workloads = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();

    Judging(DrillPlan plan, EvidenceLog evidence, RunFacts facts) {
        this.plan = plan;
        this.evidence = evidence;
        this.facts = facts;
    }

    /** Objectives as the plan has them, then lanes, writes and bills, then issues. */
    List<Finding> findings() {
        LaneCheck laneCheck = new LaneCheck(plan, evidence, facts);
        plan.spec().probes().values().forEach(probe -> lanes.add(laneCheck.check(probe)));
        WritesCheck writesCheck = new WritesCheck(facts);
        plan.spec().workloads().keySet().forEach(name -> workloads.add(writesCheck.check(name, evidence)));

        List<Finding> findings = new ArrayList<>();
        plan.spec().objectives().forEach(objective -> findings.add(judge(objective, writesCheck)));
        lanes.forEach(lane -> lane.seen().ifPresent(findings::add));
        workloads.forEach(workload -> workload.seen().ifPresent(findings::add));
        findings.addAll(bills());
        findings.addAll(phases());
        if (!plan.failback().isEmpty()) {
            workloads.forEach(workload -> findings.addAll(workload.reigns()));
            failbackIssue().ifPresent(issues::add);
        }
        workloads.forEach(workload -> issues.addAll(workload.issues()));
        if (!facts.unproven().isEmpty()) {
            issues.add(new Issue("NO_EFFECT", Severity.CRITICAL, "no effect was seen of " + facts.unproven()));
        }
        facts.skipped().forEach(each -> issues.add(new Issue("FAULT_SKIPPED", Severity.WARNING, Say.skipped(each))));
        findings.addAll(issues.stream().distinct().toList());
        return findings;
    }

    /** A fail-back that was not carried out in full leaves something to do. */
    private Optional<Issue> failbackIssue() {
        JournalFacts journal = JournalFacts.of(evidence);
        List<String> undone = plan.failback().stream()
                .filter(step -> journal.all(StepEnded.class).stream()
                        .noneMatch(end -> end.stage() == step.stage()
                                && end.step() == step.number()
                                && end.outcome() == StepOutcome.DONE))
                .map(step -> step.step().name())
                .toList();
        return undone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Issue(
                        "FAILBACK_INCOMPLETE",
                        Severity.CRITICAL,
                        "the fail-back was not carried out in full; not done: " + String.join(", ", undone)));
    }

    private ObjectiveJudged judge(Objective objective, WritesCheck writesCheck) {
        try {
            if (objective instanceof Objective.RecoveryTime recovery) {
                List<LaneVerdict> verdicts = verdicts(recovery);
                verdicts.forEach(lane -> issues.addAll(lane.issues()));
                return RecoveryTimeCheck.judge(recovery, facts, verdicts);
            }
            if (objective instanceof Objective.RecoveryPoint point) {
                return writesCheck.judge(point, workload(point.workload()));
            }
            if (objective instanceof Objective.LostWrites writes) {
                return writesCheck.judge(writes, workload(writes.workload()));
            }
            if (objective instanceof Objective.Detection detection) {
                return new DetectionCheck(plan, evidence, facts).judge(detection);
            }
            if (objective instanceof Objective.StepsDone steps) {
                return new StepsCheck(plan, evidence).judge(steps);
            }
            if (objective instanceof Objective.Capacity capacity
                    && capacity.workload().isPresent()) {
                return new WindowCheck(plan, evidence, facts).judgeWrites(capacity);
            }
            return onLane(objective);
        } catch (RuntimeException e) {
            issues.add(Failed.issue(objective.name(), e));
            return Failed.objective(objective, e);
        }
    }

    private ObjectiveJudged onLane(Objective objective) {
        return lanes.stream()
                .flatMap(lane -> lane.windows().stream())
                .filter(judged -> judged.objective().equals(objective.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "objective '" + objective.name() + "' names what the drill does not have: " + objective.on()));
    }

    private List<LaneVerdict> verdicts(Objective.RecoveryTime objective) {
        return lanes.stream()
                .flatMap(lane -> lane.verdicts().stream())
                .filter(each -> each.objective().equals(objective.name()))
                .map(LaneReport.OfObjective::verdict)
                .toList();
    }

    private WorkloadReport workload(String name) {
        return workloads.stream()
                .filter(report -> report.workload().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the drill has no workload '" + name + "'"));
    }

    /** Where nothing was to recover there is no recovery time to bill; what steps took stands beside their plan. */
    private List<TimeBilled> bills() {
        if (facts.trigger() == Trigger.EXERCISE) {
            return List.of();
        }
        Optional<Moment> fault = facts.window(Optional.empty()).map(window -> window.earliest());
        try {
            return fault.map(from -> TimeBilling.bill(plan, evidence, from, back()))
                    .orElse(List.of());
        } catch (RuntimeException e) {
            issues.add(Failed.issue("billing of the recovery time", e));
            return List.of();
        }
    }

    /** Where nothing was to recover there are no phases of recovery. */
    private List<PhaseBilled> phases() {
        if (facts.trigger() == Trigger.EXERCISE) {
            return List.of();
        }
        try {
            List<LaneReturn> returned =
                    lanes.stream().flatMap(lane -> lane.returned().stream()).toList();
            return facts.window(Optional.empty())
                    .map(window -> new PhaseBilling(
                                    facts.trigger(),
                                    window.earliest(),
                                    DoneStep.of(plan, evidence),
                                    returned,
                                    back(),
                                    back(Objective.RecoveryTime.Subject.REDUNDANCY))
                            .bill())
                    .orElse(List.of());
        } catch (RuntimeException e) {
            issues.add(Failed.issue("billing of the recovery time by phase", e));
            return List.of();
        }
    }

    /** When the service was back on the last lane; empty when it was not on one. */
    private Optional<Moment> back() {
        return back(Objective.RecoveryTime.Subject.SERVICE);
    }

    /** When the last lane of the response's objectives for {@code subject} was back; empty when one was not. */
    private Optional<Moment> back(Objective.RecoveryTime.Subject subject) {
        List<String> objectives = plan.spec().ofResponse().recoveryTimes().stream()
                .filter(objective -> objective.subject() == subject)
                .map(Objective::name)
                .toList();
        List<OptionalLong> backs = lanes.stream()
                .flatMap(lane -> lane.verdicts().stream())
                .filter(each -> objectives.contains(each.objective()))
                .map(each -> each.verdict().back())
                .toList();
        OptionalLong last = backs.stream().flatMapToLong(OptionalLong::stream).max();
        boolean all = last.isPresent() && backs.stream().allMatch(OptionalLong::isPresent);
        return all ? Optional.of(new Moment(last.getAsLong())) : Optional.empty();
    }
}
