package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.Recovery;
import dev.musterpoint.verifiers.check.lanes.Recovery.Shape;
import dev.musterpoint.verifiers.check.lanes.Run;
import dev.musterpoint.verifiers.check.lanes.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Judges one lane against one recovery-time objective. */
final class LaneJudge {
    private final RunFacts facts;
    private final Timing timing;

    LaneJudge(RunFacts facts, Timing timing) {
        this.facts = facts;
        this.timing = timing;
    }

    LaneVerdict judge(JudgedLane judged, Lane lane) {
        String probe = judged.probe().name();
        Optional<Window> window = facts.window(judged.objective().from());
        String unsteady = unsteady(judged, lane);
        if (!unsteady.isEmpty()) {
            return LaneVerdict.unmeasured(
                    probe, Ruling.invalid("BASELINE_NOT_CLEAN", "the baseline was not clean: " + unsteady));
        }
        if (window.isEmpty() && judged.objective().ofFailback()) {
            return LaneVerdict.unmeasured(
                    probe,
                    Ruling.invalid("FAILBACK_NOT_BEGUN", "the fail-back did not get as far as the step that switches"));
        }
        if (window.isEmpty() && facts.trigger() != Trigger.FAULT) {
            return LaneVerdict.unmeasured(
                    probe, Ruling.invalid("NEVER_BEGAN", "the run ended before its response began"));
        }
        if (window.isEmpty()) {
            String why = facts.skipped().isEmpty()
                    ? "the fault was never asked for: nothing was tested"
                    : facts.untested(judged.objective().from()).orElseThrow();
            return LaneVerdict.unmeasured(probe, Ruling.of(Verdict.NO_EFFECT, why));
        }
        Moment watchEnd = facts.watchEnd(judged.objective().from());
        Recovery recovery = lane.recovery(judged.rules(), window.get(), watchEnd.nanos());
        Ruling ruling = rule(judged.objective(), window.get(), recovery);
        return new LaneVerdict(
                probe,
                ruling.verdict(),
                Optional.of(recovery.interval()),
                recovery.run().map(run -> OptionalLong.of(run.back())).orElse(OptionalLong.empty()),
                ruling.because(),
                Arithmetic.of(judged, lane, window.get(), recovery),
                issues(probe, lane, recovery, ruling));
    }

    private String unsteady(JudgedLane judged, Lane lane) {
        if (facts.baseline().isEmpty()) {
            return "none was recorded";
        }
        if (!facts.baseline().get().steady()) {
            return facts.baseline().get().detail();
        }
        long from = facts.baseline().get().from().nanos();
        Moment to = facts.baselineEnd().orElse(facts.baseline().get().to());
        return lane.baseline(from, to.nanos()).unsteady(facts.trigger() == Trigger.DECLARED, judged.rules());
    }

    private Ruling rule(Objective.RecoveryTime objective, Window window, Recovery recovery) {
        Duration target = objective.within();
        if (recovery.shape() == Shape.NOTHING) {
            return Ruling.invalid("NOTHING_RECORDED", "nothing was recorded after the fault");
        }
        if (!facts.proven(objective.from())) {
            return Ruling.of(Verdict.NO_EFFECT, "the fault's effect was not seen: nothing was tested");
        }
        if (recovery.interval().beyond(target)) {
            return beyond(target, recovery);
        }
        if (objective.ofFailback() && !facts.failback().orElseThrow().done()) {
            return Ruling.invalid("FAILBACK_NOT_DONE", "the step that switches was not done");
        }
        if (!objective.ofFailback() && byRemoval(recovery)) {
            return Ruling.invalid(
                    "RECOVERED_BY_REMOVAL",
                    "the fault was taken away before the service was seen to be back: that is no failover");
        }
        return within(objective, window, recovery);
    }

    private static Ruling beyond(Duration target, Recovery recovery) {
        String down = "down for more than " + Say.roughly(recovery.interval().lower()) + ", with a target of "
                + Say.roughly(target);
        return recovery.run().isPresent()
                ? Ruling.of(Verdict.MISSED, down)
                : Ruling.of(Verdict.NOT_RECOVERED, down + ", and not back for as long as it was watched");
    }

    private boolean byRemoval(Recovery recovery) {
        Optional<Moment> removed = facts.removed();
        if (removed.isEmpty()) {
            return false;
        }
        if (recovery.shape() == Shape.ALL_GOOD) {
            return removed.get().isBefore(facts.watchEnd());
        }
        return recovery.run().map(run -> run.seenBy() > removed.get().nanos()).orElse(false);
    }

    private Ruling within(Objective.RecoveryTime objective, Window window, Recovery recovery) {
        Duration target = objective.within();
        boolean late =
                facts.watchEnd(objective.from()).isBefore(window.earliest().plus(timing.deadline()));
        boolean certain = objective.ofFailback() || facts.trigger() == Trigger.FAULT;
        if (recovery.shape() != Shape.OUTAGE && (late || !certain)) {
            return Ruling.of(
                    Verdict.INDETERMINATE, "no outage was seen, but watching ended before one could be ruled out");
        }
        if (!recovery.interval().within(target)) {
            return recovery.interval().isOpen()
                    ? Ruling.of(Verdict.INDETERMINATE, "it was not seen to be back")
                    : Ruling.of(Verdict.INDETERMINATE, "the target lies inside the interval");
        }
        if (!lasts(objective, recovery)) {
            return Ruling.of(
                    Verdict.INDETERMINATE,
                    "it was back in time, but what followed, up to the end of the watch, does not show that it stayed");
        }
        String upper = recovery.interval().upper().map(Say::roughly).orElse("");
        return recovery.shape() == Shape.ALL_GOOD
                ? Ruling.of(Verdict.MET, "no outage was seen; one shorter than " + upper + " could hide")
                : Ruling.of(Verdict.MET, "back within " + upper + ", with a target of " + Say.roughly(target));
    }

    private boolean lasts(Objective.RecoveryTime objective, Recovery recovery) {
        if (objective.ofFailback()) {
            return recovery.lasting().within(objective.within());
        }
        Optional<Run> last = recovery.lastRun();
        boolean removedFirst = last.isPresent()
                && facts.removed()
                        .map(moment -> last.get().seenBy() > moment.nanos())
                        .orElse(false);
        return recovery.lasting().within(objective.within()) && !removedFirst;
    }

    private static List<Issue> issues(String probe, Lane lane, Recovery recovery, Ruling ruling) {
        List<Issue> issues = new ArrayList<>();
        ruling.issue(probe).ifPresent(issues::add);
        if (recovery.relapsed()) {
            String again = recovery.lasting().isOpen()
                    ? "and was not seen to be back for good"
                    : "and was back for good within " + Say.upper(recovery.lasting());
            issues.add(new Issue(
                    "RELAPSED", Severity.WARNING, "probe '" + probe + "' failed again after recovery, " + again));
        }
        if (lane.tainted() > 0) {
            issues.add(
                    new Issue(
                            "RUNNER_PAUSED",
                            Severity.INFO,
                            lane.tainted() + " failures seen by probe '" + probe
                                    + "' prove nothing, because the runner itself stood still; the intervals are wider for it"));
        }
        return issues;
    }
}
