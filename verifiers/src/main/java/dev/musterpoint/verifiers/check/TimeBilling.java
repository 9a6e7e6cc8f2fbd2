package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding.TimeBilled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Bills the recovery time: to each runbook step that ran, planned against actual, and to what came between. The time
 * before a step is waiting for it, so it is billed to the part that the step belongs to; the time after the last one,
 * until the service was back, is action still at work.
 */
final class TimeBilling {
    private static final String BACK = "the service is back";

    private final List<TimeBilled> bills = new ArrayList<>();
    private final Optional<Moment> back;
    private Moment reached;
    private String reachedBy;

    private TimeBilling(Trigger trigger, Moment fault, Optional<Moment> back) {
        reachedBy = switch (trigger) {
            case FAULT -> "the fault";
            case DECLARED -> "the declaration";
            case OBSERVED -> "the watch's beginning";
            case EXERCISE -> "the beginning";
        };
        reached = fault;
        this.back = back;
    }

    /**
     * The bills in order of time; none when no step ran.
     *
     * @param fault when the time began to run
     * @param back  when the service was back; empty when it was not seen to be
     */
    static List<TimeBilled> bill(DrillPlan plan, EvidenceLog evidence, Moment fault, Optional<Moment> back) {
        TimeBilling billing = new TimeBilling(plan.spec().trigger(), fault, back);
        List<Done> done = done(plan, evidence);
        done.forEach(billing::step);
        if (!done.isEmpty()) {
            back.ifPresent(moment -> billing.gap(BACK, moment, StepPart.ACT));
        }
        return billing.bills;
    }

    private record Done(PlannedStep step, Moment from, Moment to) {}

    private static List<Done> done(DrillPlan plan, EvidenceLog evidence) {
        JournalFacts journal = JournalFacts.of(evidence);
        List<Done> done = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            Optional<Moment> from = journal.first(
                    StepStarted.class, started -> started.stage() == step.stage() && started.step() == step.number());
            Optional<Moment> to = journal.first(
                    StepEnded.class,
                    ended -> ended.stage() == step.stage()
                            && ended.step() == step.number()
                            && ended.outcome() != StepOutcome.NOT_RUN);
            if (from.isPresent() && to.isPresent()) {
                done.add(new Done(step, from.get(), to.get()));
            }
        }
        done.sort(Comparator.comparing(Done::from));
        return done;
    }

    private void step(Done done) {
        String name = done.step().step().name();
        StepPart part = done.step().step().part();
        Optional<Duration> planned = Optional.of(done.step().step().planned());
        back.filter(moment -> !moment.isAfter(done.from())).ifPresent(moment -> gap(BACK, moment, StepPart.ACT));
        gap(name, done.from(), part);
        bills.add(new TimeBilled(name, part, done.from(), done.to(), planned));
        reach(name, done.to());
    }

    private void gap(String next, Moment until, StepPart part) {
        if (until.isAfter(reached)) {
            String name = "between " + reachedBy + " and " + next;
            bills.add(new TimeBilled(name, part, reached, until, Optional.empty()));
            reach(next, until);
        }
    }

    private void reach(String what, Moment moment) {
        reachedBy = moment.isBefore(reached) ? reachedBy : what;
        reached = moment.isBefore(reached) ? reached : moment;
    }
}
