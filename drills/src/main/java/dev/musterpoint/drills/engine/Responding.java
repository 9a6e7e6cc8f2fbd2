package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.engine.StepWork.Done;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.OutputsPublished;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.RunbookStep.Manual;
import dev.musterpoint.drills.spi.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through a list of steps, such as the runbook's, one after another. Owned by the run's thread. */
final class Responding {
    private static final String RUNNER = "runner";
    /** How long a step may take to notice that its time is up. */
    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private final List<PlannedStep> steps;
    private final StepWork work;
    private final Consumer<Evidence> facts;
    private final RunLoop loop;
    private final StepHooks hooks;
    private int next;
    private Step under;
    private boolean readying;
    private boolean ended;
    private int done;
    private String failure = "";

    /** @param facts takes each fact, durably */
    Responding(List<PlannedStep> steps, StepWork work, Consumer<Evidence> facts, RunLoop loop, StepHooks hooks) {
        this.steps = steps;
        this.work = work;
        this.facts = facts;
        this.loop = loop;
        this.hooks = hooks;
    }

    void start() {
        advance();
    }

    private void advance() {
        if (ended || next >= steps.size()) {
            ended = true;
            return;
        }
        PlannedStep planned = steps.get(next++);
        if (planned.step() instanceof Manual manual && !work.operator().isPresent()) {
            nobodyThere(planned, manual);
        } else {
            ready(planned);
        }
    }

    private void ready(PlannedStep planned) {
        readying = true;
        hooks.before(planned).whenDone(() -> {
            readying = false;
            if (ended) {
                end(planned, StepOutcome.NOT_RUN, RUNNER, "cut short before it began");
            } else {
                perform(planned);
            }
        });
    }

    private void nobodyThere(PlannedStep planned, Manual manual) {
        boolean skip = manual.unattended() == RunbookStep.Unattended.SKIP;
        end(planned, StepOutcome.NOT_RUN, RUNNER, "nobody was there; declared for that: " + (skip ? "skip" : "stop"));
        if (skip) {
            advance();
        } else {
            failure = "step '" + manual.name() + "' needs a person";
            stop(failure);
        }
    }

    private void perform(PlannedStep planned) {
        facts.accept(new StepStarted(planned.number(), planned.step().name(), planned.stage()));
        hooks.started(planned, loop.clock().now());
        Cancellation cancellation = new Cancellation();
        Task<Done> task = loop.start("step-" + planned.number(), work.of(planned.step(), cancellation));
        Step step = new Step(planned, cancellation, task);
        under = step;
        loop.after(timeout(planned.step()), () -> tooLate(step));
        task.whenDone(() -> ended(step));
    }

    private void tooLate(Step step) {
        if (under == step) {
            step.late = true;
            loop.after(LETTING_GO, () -> giveUp(step));
            step.cancellation.cancel();
        }
    }

    /** A step that pays no heed to its cancellation must not hold up the run. */
    private void giveUp(Step step) {
        if (under == step) {
            under = null;
            timedOut(step.planned, ", nor did it stop when told to");
        }
    }

    private void timedOut(PlannedStep planned, String more) {
        String detail = "not done after " + Durations.format(timeout(planned.step())) + more;
        end(planned, StepOutcome.TIMED_OUT, RUNNER, detail);
        failed(planned.step(), "timed out", detail);
    }

    private static Duration timeout(RunbookStep step) {
        return step instanceof Automated automated ? automated.timeout() : ((Manual) step).timeout();
    }

    private void ended(Step step) {
        if (under != step) {
            return;
        }
        under = null;
        PlannedStep planned = step.planned;
        Task<Done> task = step.task;
        if (task.error().isEmpty()) {
            done++;
            publish(planned, task.value());
            end(planned, StepOutcome.DONE, task.value().by(), task.value().what());
            advance();
        } else if (step.late) {
            timedOut(planned, "");
        } else if (ended) {
            end(planned, StepOutcome.NOT_RUN, RUNNER, "cut short: the run went on to recovery");
        } else {
            end(planned, StepOutcome.FAILED, RUNNER, task.message());
            failed(planned.step(), "failed", task.message());
        }
    }

    private void publish(PlannedStep planned, Done result) {
        Map<String, String> outputs = work.publish(planned.step(), result);
        if (!outputs.isEmpty()) {
            facts.accept(new OutputsPublished(
                    planned.stage(), planned.number(), planned.step().name(), outputs));
        }
    }

    private void failed(RunbookStep step, String how, String detail) {
        String why = "step '" + step.name() + "' " + how;
        failure = failure.isEmpty() ? why + ": " + detail : failure;
        switch (step.onFailure().kind()) {
            case STOP -> stop(why);
            case CONTINUE -> advance();
            case GOTO -> goTo(step.onFailure().goTo(), why);
        }
    }

    private void goTo(String step, String why) {
        while (!ended && next < steps.size() && !steps.get(next).step().name().equals(step)) {
            end(steps.get(next++), StepOutcome.NOT_RUN, RUNNER, why + ", and '" + step + "' is done instead");
        }
        advance();
    }

    /** Cuts the runbook short: what is under way is cancelled, the rest is recorded as not run. */
    void stop(String why) {
        ended = true;
        try {
            if (under != null) {
                under.cancellation.cancel();
            }
        } finally {
            while (next < steps.size()) {
                end(steps.get(next++), StepOutcome.NOT_RUN, RUNNER, why);
            }
        }
    }

    /** No step is waited for any longer: one that is still under way is recorded as that. */
    void abandon() {
        if (under != null) {
            PlannedStep planned = under.planned;
            under = null;
            end(planned, StepOutcome.NOT_RUN, RUNNER, "cut short, and it did not stop when told to");
        }
    }

    private void end(PlannedStep planned, StepOutcome outcome, String by, String detail) {
        facts.accept(new StepEnded(planned.number(), planned.step().name(), outcome, by, detail, planned.stage()));
    }

    /** Why the first step that was not done when it should have been was not; empty when there is none. */
    Optional<String> failure() {
        return Optional.of(failure).filter(why -> !why.isEmpty());
    }

    boolean allDone() {
        return done == steps.size();
    }

    /** No step is under way and none will start. */
    boolean isOver() {
        return under == null && !readying && (ended || next >= steps.size());
    }

    /** The step under way. */
    private static final class Step {
        private final PlannedStep planned;
        private final Cancellation cancellation;
        private final Task<Done> task;
        private boolean late;

        Step(PlannedStep planned, Cancellation cancellation, Task<Done> task) {
            this.planned = planned;
            this.cancellation = cancellation;
            this.task = task;
        }
    }
}
