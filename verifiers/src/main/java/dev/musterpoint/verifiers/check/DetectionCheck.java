package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import dev.musterpoint.verifiers.check.lanes.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges when the fault was noticed: from the first fault to when the step that notices was done. The runner writes that down as
 * soon as it knows, so the step cannot have been done later; it can have been done earlier by σ, or by as much as the runner
 * paused.
 */
final class DetectionCheck {
    private final DrillPlan plan;
    private final RunFacts facts;
    private final JournalFacts journal;
    private final Pauses pauses = new Pauses();

    DetectionCheck(DrillPlan plan, EvidenceLog evidence, RunFacts facts) {
        this.plan = plan;
        this.facts = facts;
        this.journal = JournalFacts.of(evidence);
        evidence.pauses(pauses::add);
    }

    ObjectiveJudged judge(Objective.Detection objective) {
        Optional<Window> window = facts.window(Optional.empty());
        if (window.isEmpty() || !facts.unproven().isEmpty()) {
            return judged(
                    objective,
                    Ruling.of(
                            Verdict.NO_EFFECT,
                            facts.untested(Optional.empty())
                                    .orElse("the fault's effect was not seen: nothing was tested")),
                    Optional.empty(),
                    List.of());
        }
        if (facts.trigger() == Trigger.OBSERVED) {
            return judged(
                    objective,
                    Ruling.invalid("NO_ORIGIN", "nothing was injected, so there is no moment to count from"),
                    Optional.empty(),
                    List.of());
        }
        Optional<Moment> done = ended(objective.step(), true);
        Interval interval = done.map(end -> detected(objective.step(), end, window.get()))
                .orElseGet(() -> undetected(objective.step(), window.get()));
        List<String> arithmetic = new ArrayList<>();
        arithmetic.add("T0- = " + Say.at(window.get().earliest()) + ", T0+ = "
                + Say.at(window.get().latest()));
        arithmetic.add(done.map(end -> "step '" + objective.step() + "' was done by " + Say.at(end))
                .orElse("step '" + objective.step() + "' was not done"));
        return judged(objective, rule(objective, interval, done.isPresent()), Optional.of(interval), arithmetic);
    }

    private Interval detected(String step, Moment end, Window window) {
        long slack = plan.spec().timing().slack().toNanos();
        long started = journal.first(
                        StepStarted.class,
                        each -> each.stage() == StepStage.RUNBOOK && each.name().equals(step))
                .map(Moment::nanos)
                .orElse(0L);
        long least = Math.max(started, pauses.beginning(end.nanos() - slack));
        return Interval.of(length(least - window.latest().nanos()), end.minus(window.earliest()));
    }

    /** Not before it was given up, or watching ended. */
    private Interval undetected(String step, Window window) {
        Moment until = ended(step, false)
                .filter(moment -> moment.isBefore(facts.watchEnd()))
                .orElse(facts.watchEnd());
        return Interval.atLeast(length(until.nanos() - window.latest().nanos()));
    }

    private Optional<Moment> ended(String step, boolean done) {
        return journal.first(
                StepEnded.class,
                each -> each.stage() == StepStage.RUNBOOK
                        && each.name().equals(step)
                        && (each.outcome() == StepOutcome.DONE) == done);
    }

    private static Duration length(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos));
    }

    private static Ruling rule(Objective.Detection objective, Interval interval, boolean done) {
        if (interval.within(objective.within())) {
            return Ruling.of(
                    Verdict.MET,
                    "noticed within " + Say.roughly(interval.upper().orElseThrow()));
        }
        if (interval.beyond(objective.within())) {
            String after = " after " + Say.roughly(interval.lower());
            return Ruling.of(Verdict.MISSED, (done ? "noticed only" : "not noticed") + after);
        }
        return Ruling.of(
                Verdict.INDETERMINATE,
                done ? "the target lies inside the interval" : "step '" + objective.step() + "' was not done");
    }

    private static ObjectiveJudged judged(
            Objective.Detection objective, Ruling ruling, Optional<Interval> interval, List<String> arithmetic) {
        return new ObjectiveJudged(
                objective.name(),
                objective.kind(),
                ruling.verdict(),
                objective.target(),
                objective.most(),
                interval,
                ruling.because(),
                arithmetic);
    }
}
