package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.RecoveryWatch;
import java.util.Optional;

/**
 * Brings the service back to where it was, and watches the interruption that this makes: an event of its own, counted from
 * the start of the step that switches. Never cut short for lateness, for a fail-back left half-way is worse than a slow
 * one; each step has its own end. Owned by the run's thread.
 */
final class FailingBack implements StepHooks {
    private static final String RUNNER = "runner";

    private final DrillPlan plan;
    private final Monitoring monitoring;
    private final Writing writing;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private final Waits waits;
    private final Clearance clearance;
    private final Responding steps;
    private RecoveryWatch watch;
    private Moment switched;

    FailingBack(
            DrillPlan plan,
            Clearance clearance,
            StepWork work,
            Monitoring monitoring,
            Writing writing,
            EvidenceWriter evidence,
            RunLoop loop,
            Waits waits) {
        this.plan = plan;
        this.monitoring = monitoring;
        this.writing = writing;
        this.evidence = evidence;
        this.loop = loop;
        this.waits = waits;
        this.clearance = clearance;
        this.steps = new Responding(plan.failback(), work, evidence::fact, loop, this);
    }

    boolean isPlanned() {
        return !plan.failback().isEmpty();
    }

    /** Records every step as not run. */
    void skip(String why) {
        for (PlannedStep step : plan.failback()) {
            evidence.fact(
                    new StepEnded(step.number(), step.step().name(), StepOutcome.NOT_RUN, RUNNER, why, step.stage()));
        }
        evidence.fact(new Evidence.FailbackEnded(false, why));
    }

    /** Whatever is in force at this moment may forbid it: it is a change like the fault was. */
    void failBack() throws RunAborted {
        Task<Optional<String>> answer = ClearanceQuestion.ask(clearance, loop);
        waits.until(answer::isDone, Deadlines.NEVER);
        if (answer.value().isPresent()) {
            skip("the service was not brought back: " + answer.value().get());
            return;
        }
        watch = monitoring.watchFailback();
        steps.start();
        waits.until(() -> steps.isOver() && isWatchOver(), Deadlines.NEVER);
        evidence.fact(new Evidence.FailbackEnded(isBack(), reason()));
        if (writing.isNeeded()) {
            Task<Void> read = readBack(true);
            waits.until(read::isDone, Deadlines.NEVER);
        }
    }

    /** Watching lasts as it does for a fault: until every objective has its run, or as long as the deadline allows. */
    private boolean isWatchOver() {
        return switched == null
                || plan.ofFailback().spec().objectives().isEmpty()
                || isBack()
                || !loop.clock().now().isBefore(switched.plus(watch.longest()));
    }

    private boolean isBack() {
        return switched != null && monitoring.watchFailback().confirmed();
    }

    private String reason() {
        if (switched == null) {
            return "its runbook ended before the step that switches";
        }
        return isBack() ? "recovery is confirmed" : "its runbook is over, and recovery was not confirmed";
    }

    /** What survived is read once more before the switch: the old server has rejoined, and that may have changed something. */
    @Override
    public Task<Void> before(PlannedStep step) {
        boolean switches = switched == null && step.step().part() == StepPart.SWITCH;
        return switches && writing.isNeeded() ? readBack(false) : StepHooks.super.before(step);
    }

    private Task<Void> readBack(boolean last) {
        return loop.start("read-back", () -> {
            if (last) {
                writing.stop();
            }
            writing.readBack();
            return null;
        });
    }

    @Override
    public void started(PlannedStep step, Moment at) {
        if (switched == null && step.step().part() == StepPart.SWITCH) {
            switched = at;
            watch.faultStarted(Objective.FAILBACK, at);
        }
    }

    /** Cuts it short, for an abort. */
    void stop(String why) {
        if (isPlanned()) {
            steps.stop(why);
        }
    }

    /** No step is waited for any longer. */
    void abandon() {
        steps.abandon();
    }

    boolean isOver() {
        return steps.isOver();
    }
}
