package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Timing;
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
        String unsteady = unsteady(lane);
        if (!unsteady.isEmpty()) {
            return LaneVerdict.invalid(probe, "the baseline was not clean: " + unsteady);
        }
        if (window.isEmpty()) {
            return decided(judged, new Ruling(Verdict.NO_EFFECT, "the fault was never asked for: nothing was tested"));
        }
        Recovery recovery =
                lane.recovery(judged.rules(), window.get(), facts.watchEnd().nanos());
        Ruling ruling = rule(judged.objective(), window.get(), recovery);
        return new LaneVerdict(
                probe,
                ruling.verdict(),
                recovery.interval(),
                recovery.run().map(run -> OptionalLong.of(run.back())).orElse(OptionalLong.empty()),
                ruling.because(),
                Arithmetic.of(judged, lane, window.get(), recovery),
                issues(probe, lane, recovery, ruling));
    }

    private record Ruling(Verdict verdict, String because) {}

    private LaneVerdict decided(JudgedLane judged, Ruling ruling) {
        LaneVerdict blank = LaneVerdict.invalid(judged.probe().name(), ruling.because());
        return new LaneVerdict(
                blank.probe(),
                ruling.verdict(),
                blank.measured(),
                blank.back(),
                ruling.because(),
                List.of(),
                List.of());
    }

    private String unsteady(Lane lane) {
        if (facts.baseline().isEmpty()) {
            return "none was recorded";
        }
        if (!facts.baseline().get().steady()) {
            return facts.baseline().get().detail();
        }
        long from = facts.baseline().get().from().nanos();
        Moment to = facts.baselineEnd().orElse(facts.baseline().get().to());
        return lane.unsteady(from, to.nanos());
    }

    private Ruling rule(Objective.RecoveryTime objective, Window window, Recovery recovery) {
        Duration target = objective.within();
        if (recovery.shape() == Shape.NOTHING) {
            return new Ruling(Verdict.MEASUREMENT_INVALID, "nothing was recorded after the fault");
        }
        if (!facts.proven(objective.from())) {
            return new Ruling(Verdict.NO_EFFECT, "the fault's effect was not seen: nothing was tested");
        }
        if (recovery.interval().beyond(target)) {
            return beyond(target, recovery);
        }
        if (byRemoval(recovery)) {
            return new Ruling(
                    Verdict.MEASUREMENT_INVALID,
                    "the fault was taken away before the service was seen to be back: that is no failover");
        }
        return within(target, window, recovery);
    }

    private static Ruling beyond(Duration target, Recovery recovery) {
        String down = "down for more than " + Say.roughly(recovery.interval().lower()) + ", with a target of "
                + Say.roughly(target);
        return recovery.run().isPresent()
                ? new Ruling(Verdict.MISSED, down)
                : new Ruling(Verdict.NOT_RECOVERED, down + ", and not back for as long as it was watched");
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

    private Ruling within(Duration target, Window window, Recovery recovery) {
        boolean late = facts.watchEnd().isBefore(window.earliest().plus(timing.deadline()));
        if (recovery.shape() != Shape.OUTAGE && (late || window.origin() == Window.Origin.OBSERVED)) {
            return new Ruling(
                    Verdict.INDETERMINATE, "no outage was seen, but watching ended before one could be ruled out");
        }
        if (!recovery.interval().within(target)) {
            return recovery.interval().isOpen()
                    ? new Ruling(Verdict.INDETERMINATE, "it was not seen to be back")
                    : new Ruling(Verdict.INDETERMINATE, "the target lies inside the interval");
        }
        if (!lasts(target, recovery)) {
            return new Ruling(
                    Verdict.INDETERMINATE,
                    "it was back in time, but what followed, up to the end of the watch, does not show that it stayed");
        }
        String upper = recovery.interval().upper().map(Say::roughly).orElse("");
        return recovery.shape() == Shape.ALL_GOOD
                ? new Ruling(Verdict.MET, "no outage was seen; one shorter than " + upper + " could hide")
                : new Ruling(Verdict.MET, "back within " + upper + ", with a target of " + Say.roughly(target));
    }

    private boolean lasts(Duration target, Recovery recovery) {
        Optional<Run> last = recovery.lastRun();
        boolean removedFirst = last.isPresent()
                && facts.removed()
                        .map(moment -> last.get().seenBy() > moment.nanos())
                        .orElse(false);
        return recovery.lasting().within(target) && !removedFirst;
    }

    private static List<Issue> issues(String probe, Lane lane, Recovery recovery, Ruling ruling) {
        List<Issue> issues = new ArrayList<>();
        if (ruling.verdict() == Verdict.MEASUREMENT_INVALID) {
            issues.add(
                    new Issue("MEASUREMENT_INVALID", Severity.CRITICAL, "probe '" + probe + "': " + ruling.because()));
        }
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
