package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.RunbookStep.Manual;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Goes through the runbook, step after step, while the run watches. Owned by the run's thread. */
final class Responding {
    private static final String RUNNER = "runner";
    /** How long a step may take to notice that its time is up. */
    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private final List<PlannedStep> steps;
    private final RunPorts ports;
    private final Toolbox toolbox;
    private final ProbeStates probes;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private int next;
    private Step under;
    private boolean ended;

    Responding(
            List<PlannedStep> steps,
            RunPorts ports,
            Toolbox toolbox,
            ProbeStates probes,
            EvidenceWriter evidence,
            RunLoop loop) {
        this.steps = steps;
        this.ports = ports;
        this.toolbox = toolbox;
        this.probes = probes;
        this.evidence = evidence;
        this.loop = loop;
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
        if (planned.step() instanceof Manual manual && !ports.operator().isPresent()) {
            nobodyThere(planned, manual);
        } else {
            perform(planned);
        }
    }

    private void nobodyThere(PlannedStep planned, Manual manual) {
        boolean skip = manual.unattended() == RunbookStep.Unattended.SKIP;
        end(planned, StepOutcome.NOT_RUN, RUNNER, "nobody was there; declared for that: " + (skip ? "skip" : "stop"));
        if (skip) {
            advance();
        } else {
            stop("step '" + manual.name() + "' needs a person");
        }
    }

    private void perform(PlannedStep planned) {
        evidence.fact(new StepStarted(planned.number(), planned.step().name()));
        Cancellation cancellation = new Cancellation();
        Task<Done> task = loop.start("step-" + planned.number(), work(planned.step(), cancellation));
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
        failed(planned.step(), "timed out");
    }

    private static Duration timeout(RunbookStep step) {
        return step instanceof Automated automated ? automated.timeout() : ((Manual) step).timeout();
    }

    private Callable<Done> work(RunbookStep step, Cancellation cancellation) {
        if (step instanceof Automated automated) {
            return () -> {
                StepExecutor executor =
                        ports.catalogue().steps().get(automated.type()).executor(automated.type(), toolbox);
                return new Done(RUNNER, executor.execute(automated, probes, cancellation));
            };
        }
        return () -> new Done(ports.operator().confirm((Manual) step, cancellation), "confirmed");
    }

    private void ended(Step step) {
        if (under != step) {
            return;
        }
        under = null;
        PlannedStep planned = step.planned;
        Task<Done> task = step.task;
        if (task.error().isEmpty()) {
            end(planned, StepOutcome.DONE, task.value().by(), task.value().what());
            advance();
        } else if (step.late) {
            timedOut(planned, "");
        } else if (ended) {
            end(planned, StepOutcome.NOT_RUN, RUNNER, "cut short: the run went on to recovery");
        } else {
            end(planned, StepOutcome.FAILED, RUNNER, task.message());
            failed(planned.step(), "failed");
        }
    }

    private void failed(RunbookStep step, String how) {
        String why = "step '" + step.name() + "' " + how;
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
        evidence.fact(new StepEnded(planned.number(), planned.step().name(), outcome, by, detail));
    }

    /** No step is under way and none will start. */
    boolean isOver() {
        return under == null && (ended || next >= steps.size());
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

    private record Done(String by, String what) {}
}
