package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.PlannedStep;
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

    private final List<PlannedStep> steps;
    private final RunPorts ports;
    private final Toolbox toolbox;
    private final ProbeStates probes;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private int next;
    private Cancellation current = new Cancellation();
    private boolean under;
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
        RunbookStep step = planned.step();
        evidence.fact(new StepStarted(planned.number(), step.name()));
        Cancellation cancellation = new Cancellation();
        current = cancellation;
        under = true;
        Task<Done> task = loop.start("step-" + planned.number(), work(step, cancellation));
        boolean[] late = {false};
        loop.after(timeout(step), () -> {
            if (!task.isDone()) {
                late[0] = true;
                cancellation.cancel();
            }
        });
        task.whenDone(() -> ended(planned, task, late[0]));
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

    private void ended(PlannedStep planned, Task<Done> task, boolean late) {
        under = false;
        if (task.error().isEmpty()) {
            end(planned, StepOutcome.DONE, task.value().by(), task.value().what());
            advance();
        } else if (late) {
            end(
                    planned,
                    StepOutcome.TIMED_OUT,
                    RUNNER,
                    "not done after " + timeout(planned.step()).toMillis() + " ms");
            stop("step '" + planned.step().name() + "' timed out");
        } else if (ended) {
            end(planned, StepOutcome.NOT_RUN, RUNNER, "cut short: the run went on to recovery");
        } else {
            end(planned, StepOutcome.FAILED, RUNNER, task.message());
            stop("step '" + planned.step().name() + "' failed");
        }
    }

    /** Cuts the runbook short: what is under way is cancelled, the rest is recorded as not run. */
    void stop(String why) {
        ended = true;
        current.cancel();
        while (next < steps.size()) {
            end(steps.get(next++), StepOutcome.NOT_RUN, RUNNER, why);
        }
    }

    private void end(PlannedStep planned, StepOutcome outcome, String by, String detail) {
        evidence.fact(new StepEnded(planned.number(), planned.step().name(), outcome, by, detail));
    }

    /** No step is under way and none will start. */
    boolean isOver() {
        return !under && (ended || next >= steps.size());
    }

    private record Done(String by, String what) {}
}
