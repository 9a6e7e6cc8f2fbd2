package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.writes.EndEvent;
import dev.musterpoint.verifiers.check.writes.WriteJudgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the objectives on what became of writes: the recovery point, and the number lost. */
final class WritesCheck {
    /** "Nothing is lost" is proven to within the longest time without a surviving write before the reign ended. */
    private static final Duration GAP = Duration.ofSeconds(1);

    private final RunFacts facts;

    WritesCheck(RunFacts facts) {
        this.facts = facts;
    }

    /** Judges a workload's writes. Never throws for what the evidence holds. */
    WorkloadReport check(String workload, EvidenceLog evidence) {
        List<EndEvent> events = events();
        try {
            WriteJudgement judgement = WriteJudgement.of(workload, evidence, facts.readBacks(), events);
            return new WorkloadReport(workload, Optional.of(judgement), "");
        } catch (RuntimeException e) {
            return new WorkloadReport(workload, Optional.empty(), Failed.judge(e));
        }
    }

    /** A declaration ends the reign of what it gives up, but proves nothing of what that still acknowledges. */
    private List<EndEvent> events() {
        List<EndEvent> events = new ArrayList<>(endings());
        facts.failback()
                .map(back -> new EndEvent(
                        Objective.FAILBACK,
                        back.earliest().nanos(),
                        back.latest().nanos(),
                        back.done()))
                .ifPresent(events::add);
        return events;
    }

    private List<EndEvent> endings() {
        if (facts.trigger() == Trigger.DECLARED) {
            return facts.began().stream()
                    .map(at -> new EndEvent("the declaration", at.nanos(), at.nanos(), false))
                    .toList();
        }
        return facts.faults().stream()
                .map(fault -> new EndEvent(
                        fault.name(), fault.earliest().nanos(), fault.latest().nanos(), fault.proven()))
                .toList();
    }

    ObjectiveJudged judge(Objective.RecoveryPoint objective, WorkloadReport report) {
        Optional<Interval> window = report.judgement().flatMap(writes -> writes.lossWindow(objective.from()));
        Ruling ruling = preconditions(objective.from(), report).orElseGet(() -> rule(objective, window));
        return new ObjectiveJudged(
                objective.name(),
                objective.kind(),
                ruling.verdict(),
                Optional.of(objective.within()),
                Optional.empty(),
                window,
                ruling.because(),
                arithmetic(report));
    }

    ObjectiveJudged judge(Objective.LostWrites objective, WorkloadReport report) {
        Optional<Interval> window = report.judgement().flatMap(writes -> writes.lossWindow(objective.from()));
        int lost =
                report.judgement().map(writes -> writes.lost(objective.from())).orElse(0);
        Ruling ruling = lost > objective.atMost()
                ? Ruling.of(Verdict.MISSED, lost + " acknowledged writes are lost; " + objective.atMost() + " may be")
                : preconditions(objective.from(), report).orElseGet(() -> rule(lost, window));
        return new ObjectiveJudged(
                objective.name(),
                objective.kind(),
                ruling.verdict(),
                Optional.empty(),
                Optional.of(objective.atMost()),
                window,
                ruling.because(),
                arithmetic(report));
    }

    private Optional<Ruling> preconditions(Optional<String> from, WorkloadReport report) {
        if (report.judgement().isEmpty()) {
            return Optional.of(Ruling.invalid("JUDGE_FAILED", report.failure()));
        }
        if (!facts.baseline().map(baseline -> baseline.steady()).orElse(false)) {
            return Optional.of(Ruling.invalid("BASELINE_NOT_CLEAN", "the baseline was not clean"));
        }
        Optional<String> untested = facts.untested(from);
        if (facts.faults().isEmpty() && untested.isPresent()) {
            return Optional.of(Ruling.of(Verdict.NO_EFFECT, untested.get()));
        }
        if (!report.judgement().get().wasReadBack()) {
            return Optional.of(Ruling.invalid("NEVER_READ_BACK", "never read back: what was lost is not known"));
        }
        if (unreadSinceFailback(from, report.judgement().get())) {
            return Optional.of(Ruling.invalid(
                    "NEVER_READ_BACK", "not read back after the fail-back: what that lost is not known"));
        }
        if (from.filter(Objective.FAILBACK::equals).isPresent()
                && facts.failback().isEmpty()) {
            return Optional.of(
                    Ruling.invalid("FAILBACK_NOT_BEGUN", "the fail-back did not get as far as the step that switches"));
        }
        return untested.map(why -> Ruling.of(Verdict.NO_EFFECT, why));
    }

    private boolean unreadSinceFailback(Optional<String> from, WriteJudgement writes) {
        boolean concerned = from.isEmpty() || from.get().equals(Objective.FAILBACK);
        return concerned
                && facts.failback()
                        .filter(back -> !writes.wasReadBackAfter(back.latest().nanos()))
                        .isPresent();
    }

    private static Ruling rule(Objective.RecoveryPoint objective, Optional<Interval> window) {
        Duration target = objective.within();
        if (window.isEmpty()) {
            return Ruling.of(Verdict.INDETERMINATE, "no reign ended, so there is nothing to count from");
        }
        if (window.get().within(target)) {
            return Ruling.of(Verdict.MET, "at most " + Say.upper(window.get()) + " of writes is lost");
        }
        if (window.get().beyond(target)) {
            String lost = Say.roughly(window.get().lower());
            return Ruling.of(Verdict.MISSED, "at least " + lost + " of acknowledged writes is lost");
        }
        return Ruling.of(Verdict.INDETERMINATE, "the target lies inside the interval");
    }

    private static Ruling rule(int lost, Optional<Interval> window) {
        if (lost > 0) {
            return Ruling.of(Verdict.MET, lost + " acknowledged writes are lost, no more than may be");
        }
        if (window.isEmpty() || !window.get().within(GAP)) {
            String gap = window.map(Say::upper).orElse("open");
            return Ruling.of(
                    Verdict.INDETERMINATE,
                    "nothing acknowledged is lost, but the last write to survive was too long before the end (" + gap
                            + "; " + Say.roughly(GAP) + " would do): a short loss could not have shown");
        }
        return Ruling.of(
                Verdict.MET,
                "nothing acknowledged is lost, and writes survived from " + Say.upper(window.get())
                        + " before the end");
    }

    private static List<String> arithmetic(WorkloadReport report) {
        List<String> lines = new ArrayList<>();
        report.seen().ifPresent(seen -> {
            lines.add(seen.attempted() + " attempted: " + seen.acknowledged() + " acknowledged before the read-back, "
                    + seen.failed() + " failed, " + seen.unknown() + " of unknown outcome");
            lines.add(seen.read() + " rows read: " + seen.lost() + " acknowledged writes lost, " + seen.recovered()
                    + " of unknown outcome recovered, " + seen.phantom() + " phantom");
        });
        return lines;
    }
}
