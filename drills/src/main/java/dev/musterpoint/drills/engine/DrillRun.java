package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.engine.AbortSwitch.AbortRequest;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.recovery.CatalogueHandlers;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a plan, from its first fact to its last. The thread that calls {@link #execute} owns all of the run's mutable
 * state; everything else runs elsewhere and reports to it. Whatever happens, what was changed is undone.
 */
public final class DrillRun {
    private static final Logger LOG = LoggerFactory.getLogger(DrillRun.class);
    private static final Duration FLUSH_PERIOD = Duration.ofMillis(200);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    /** How long clients may take to give up what is under way. */
    private static final Duration STOPPING = Duration.ofMinutes(1);

    private final DrillPlan plan;
    private final RunPorts ports;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private final AbortSwitch abort;
    private final Undoing undoing;
    private final Admission admission;
    private final Preparing preparing;
    private final Guardrails guardrails;
    private final Monitoring monitoring;
    private final Writing writing;
    private final Injecting injecting;
    private final Responding responding;
    private final Surrounding surrounding;
    private final FailingBack failingBack;
    private final InterruptibleWork work;
    private final ClockIdentity clock;
    private boolean recovered;
    private DrillPhase phase = DrillPhase.PLANNED;
    private RunOutcome outcome = RunOutcome.COMPLETED;
    private String detail = "";
    private Moment began;

    /** @param systems the systems of {@code toolbox}, filled by this run */
    public DrillRun(
            DrillPlan plan,
            RunPorts ports,
            Toolbox toolbox,
            OpenSystems systems,
            EvidenceWriter evidence,
            RunLoop loop,
            AbortSwitch abort) {
        this.plan = plan;
        this.ports = ports;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.loop = loop;
        this.abort = abort;
        this.clock = loop.clock().identity();
        this.undoing = new Undoing(evidence, new CatalogueHandlers(ports.catalogue(), toolbox), loop);
        this.admission = new Admission(plan, ports, toolbox, evidence, loop, this::await);
        this.preparing = new Preparing(ports, toolbox, systems, evidence, undoing, loop, this::await);
        this.guardrails = new Guardrails(plan.spec(), evidence, loop.clock(), abort);
        Filling filling = new Filling();
        this.monitoring = new Monitoring(plan, ports, toolbox, evidence, loop, guardrails, filling);
        this.writing = new Writing(plan, ports.catalogue(), toolbox, evidence, undoing);
        this.injecting = new Injecting(ports, toolbox, evidence, undoing, loop, monitoring.states(), this::await);
        this.work = new InterruptibleWork(loop, this::await, SETTLING);
        StepWork stepWork = new StepWork(plan, ports, toolbox, monitoring.states(), filling);
        this.responding = new Responding(plan.steps(), stepWork, evidence::fact, loop, StepHooks.NONE);
        this.surrounding = new Surrounding(plan, stepWork, evidence, undoing, loop, this::await);
        this.failingBack =
                new FailingBack(plan, ports.clearance(), stepWork, monitoring, writing, evidence, loop, this::await);
    }

    /** Runs the plan to its end. Never throws for what the run met: that is in the result and the evidence. */
    public RunResult execute() {
        loop.every(FLUSH_PERIOD, evidence::flush);
        loop.every(Guardrails.PERIOD, guardrails::look);
        try {
            enter(DrillPhase.CHECKING, "the plan is frozen");
            check();
            enter(DrillPhase.BASELINE, "every system is open");
            if (plan.spec().trigger() == Trigger.EXERCISE) {
                exercise();
            } else if (baseline()) {
                drill();
            }
        } catch (RunAborted e) {
            aborted();
        } catch (RunFailed | RuntimeException | Error e) {
            failed(e);
        }
        return leave();
    }

    private void drill() throws RunAborted, RunFailed {
        if (isByFault()) {
            enter(DrillPhase.INJECTING, "steady state holds");
            inject();
            enter(DrillPhase.RESPONDING, detail.isEmpty() ? "the faults are in" : detail);
        } else {
            begin(plan.spec().trigger());
        }
        respond();
    }

    /** The runbook alone. No steady state is asked for, since it may mend one, and each step has its own end. */
    private void exercise() throws RunAborted {
        monitoring.start();
        await(monitoring::allGood, loop.clock().now().plus(plan.spec().timing().baseline()));
        enter(DrillPhase.RESPONDING, "the runbook is carried out by itself");
        began = loop.clock().now();
        evidence.fact(new Evidence.ResponseBegan(Trigger.EXERCISE, began));
        responding.start();
        await(responding::isOver, Deadlines.NEVER);
    }

    private boolean isByFault() {
        return plan.spec().trigger() == Trigger.FAULT;
    }

    /** Nothing is injected: the response begins by declaration, or the watch for an incident does. */
    private void begin(Trigger trigger) {
        boolean declared = trigger == Trigger.DECLARED;
        enter(DrillPhase.RESPONDING, declared ? "the disaster is declared" : "watching for an incident");
        began = loop.clock().now();
        evidence.fact(new Evidence.ResponseBegan(trigger, began));
        monitoring.watch().faultStarted(trigger.name(), began);
        responding.start();
    }

    private void check() throws RunAborted, RunFailed {
        admission.require();
        preparing.open(plan);
        surrounding.setUp();
        monitoring.prepare(undoing);
        if (writing.isNeeded()) {
            work.perform("workload", Deadlines.NEVER, () -> {
                writing.create();
                return null;
            });
        }
    }

    private boolean baseline() throws RunAborted, RunRefused {
        monitoring.start();
        writing.start();
        Duration length = plan.spec().timing().baseline();
        // The first attempts of a fresh client are slower than any other; the window opens once all have answered.
        await(monitoring::allGood, loop.clock().now().plus(length));
        Moment from = loop.clock().now();
        await(() -> false, from.plus(length));
        Moment to = loop.clock().now();
        String unsteady = monitoring.watch().baseline(from, to);
        evidence.fact(new Evidence.BaselineSeen(unsteady.isEmpty(), from, to, unsteady));
        if (unsteady.isEmpty()) {
            guardrails.admit(from);
        }
        detail = unsteady.isEmpty() ? "" : "nothing was injected: the baseline was not steady (" + unsteady + ")";
        return unsteady.isEmpty();
    }

    private void inject() throws RunAborted, RunFailed {
        injecting.inject(plan.faults(), this::isIn);
        leaveOut(injecting.skipped());
        if (!injecting.effectsSeen()) {
            // Without its effect the drill tests nothing, so nothing more is broken for it.
            injecting.giveUpSearching();
        }
    }

    /** What is counted from a fault that was left out is not waited for; with all left out, nothing is. */
    private void leaveOut(Map<String, String> skipped) {
        skipped.keySet().forEach(monitoring.watch()::faultSkipped);
        if (began == null && skipped.size() == plan.faults().size()) {
            detail = "nothing was injected: "
                    + skipped.entrySet().stream()
                            .map(fault -> "'" + fault.getKey() + "' was skipped, for " + fault.getValue())
                            .collect(Collectors.joining("; "));
        }
    }

    private void isIn(PlannedFault fault, Moment started) {
        monitoring.watch().faultStarted(fault.spec().name(), started);
        if (began == null) {
            began = started;
            responding.start();
        } else {
            began = Deadlines.earlier(began, started);
        }
    }

    private void respond() throws RunAborted, RunFailed {
        if (!isByFault() || injecting.effectsSeen()) {
            Moment latest = Deadlines.earlier(
                    injecting.holdEnds(), began.plus(monitoring.watch().longest()));
            boolean confirmed = await(() -> monitoring.watch().confirmed() && responding.isOver(), latest);
            endWatch(monitoring.watch().confirmed(), confirmed ? "recovery is confirmed" : whyNot(latest));
        } else {
            endWatch(
                    false, detail.isEmpty() ? "the fault's effect was not seen, so there is nothing to watch" : detail);
        }
        if (writing.isNeeded()) {
            work.perform("read-back", injecting.holdEnds(), () -> {
                if (!failingBack.isPlanned()) {
                    writing.stop();
                }
                writing.readBack();
                return null;
            });
        }
    }

    private String whyNot(Moment latest) {
        String limit =
                latest.equals(injecting.holdEnds()) ? "the fault may stand no longer" : "the deadline has passed";
        return monitoring.watch().confirmed() ? limit + "; the runbook was not done" : limit;
    }

    private void endWatch(boolean confirmed, String reason) {
        recovered = confirmed;
        evidence.fact(new Evidence.WatchEnded(confirmed, reason));
        responding.stop(reason);
        loop.await(responding::isOver, loop.clock().now().plus(SETTLING));
    }

    private boolean await(BooleanSupplier condition, Moment deadline) throws RunAborted {
        boolean met = loop.await(() -> abort.requested().isPresent() || condition.getAsBoolean(), deadline);
        AbortRequest request = abort.requested().orElse(null);
        if (request != null) {
            throw new RunAborted(request);
        }
        return met;
    }

    private void aborted() {
        AbortRequest request = abort.requested().orElseThrow();
        outcome = RunOutcome.ABORTED;
        detail = "stopped by " + request.by() + ": " + request.reason();
        tryTo("journal the abort", () -> evidence.fact(new Evidence.AbortRequested(request.by(), request.reason())));
    }

    private void failed(Throwable e) {
        outcome = e instanceof RunRefused ? RunOutcome.REFUSED : RunOutcome.FAILED;
        detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        LOG.debug("the run failed", e);
        tryTo("journal the failure", () -> evidence.fact(new Evidence.ProblemMet("run", detail)));
    }

    /** Everything that must happen whatever happened before; no failure here keeps the next part from being tried. */
    private RunResult leave() {
        tryTo("enter recovery", () -> enter(DrillPhase.RECOVERING, detail.isEmpty() ? "the watch is over" : detail));
        tryTo("give up the search for effects", injecting::giveUpSearching);
        tryTo("cut the runbook short", () -> responding.stop("the run went on to recovery"));
        tryTo("undo the faults", () -> stabilise(undoing.undo(DrillRun::isFault, "the run is over")));
        tryTo("fail back", this::failBack);
        tryTo("stop the writers", () -> stop("writers", writing::stop));
        tryTo("stop the probes", () -> stop("probes", monitoring::stop));
        tryTo("close the workloads", () -> stop("workloads", writing::close));
        tryTo("tear down", surrounding::tearDown);
        tryTo("close the streams", evidence::sealAll);
        tryTo("remove what the drill made", () -> undoing.undo(undo -> true, "the run is over"));
        tryTo("give up on the runbook", responding::abandon);
        tryTo("give up on the fail-back", failingBack::abandon);
        tryTo("look at the clock", this::lookAtClock);
        tryTo("ask the systems", () -> new Histories(plan, ports.catalogue(), toolbox, evidence, loop).read(began));
        CleanUp state = undoing.state();
        tryTo("enter the last phase", () -> enter(DrillPhase.FINISHED, "everything was read back"));
        tryTo("journal the end", () -> evidence.fact(new Evidence.RunEnded(outcome, state, detail)));
        return new RunResult(outcome, state, detail);
    }

    /** The monotonic clock stands still while a machine sleeps; what was measured over that is too short. */
    private void lookAtClock() {
        ClockIdentity now = loop.clock().identity();
        if (!now.equals(clock)) {
            evidence.fact(new Evidence.ClockChanged(now));
        }
    }

    private static boolean isFault(UndoRecord undo) {
        return undo.handler().startsWith("fault:");
    }

    /** Once a fault was lifted the service gets a moment, and what survived is read again. */
    private void stabilise(boolean somethingWasUndone) {
        if (!somethingWasUndone || outcome != RunOutcome.COMPLETED) {
            return;
        }
        enter(DrillPhase.STABILISING, "the faults are undone");
        loop.await(monitoring::allGood, loop.clock().now().plus(SETTLING));
        if (writing.isNeeded()) {
            Task<Void> task = loop.start("read-back", () -> {
                writing.readBack();
                return null;
            });
            loop.await(() -> task.isDone() || abort.requested().isPresent(), Deadlines.NEVER);
        }
    }

    /** Only from a service that has recovered, and once nothing of the faults is left that could be undone. */
    private void failBack() {
        if (!failingBack.isPlanned()) {
            return;
        }
        if (outcome != RunOutcome.COMPLETED || !recovered) {
            failingBack.skip("the service has not recovered, so that there is nothing to fail back from");
            return;
        }
        enter(DrillPhase.FAILING_BACK, "the service has recovered");
        try {
            failingBack.failBack();
        } catch (RunAborted e) {
            aborted();
            failingBack.stop("the run was stopped");
            loop.await(failingBack::isOver, loop.clock().now().plus(SETTLING));
        }
    }

    private void stop(String what, Stopping stopping) {
        Task<Void> task = loop.start("stop", () -> {
            stopping.stop();
            return null;
        });
        if (!loop.join(task, loop.clock().now().plus(STOPPING))) {
            LOG.warn("the {} did not stop within {}", what, Durations.format(STOPPING));
        }
        task.error().ifPresent(e -> LOG.warn("stopping the {}: {}", what, task.message()));
    }

    private void tryTo(String what, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error e) {
            if (outcome == RunOutcome.COMPLETED) {
                outcome = RunOutcome.FAILED;
                detail = "when it was to " + what + ": " + e.getMessage();
            }
            LOG.error("when it was to {}: {} (cleaning up goes on)", what, e.getMessage());
        }
    }

    private void enter(DrillPhase next, String reason) {
        if (!phase.mayEnter(next)) {
            throw new IllegalStateException("a run in " + phase + " cannot enter " + next);
        }
        phase = next;
        evidence.fact(new Evidence.PhaseEntered(next, reason));
        guardrails.entered(next);
        LOG.debug("phase {} ({})", next, Durations.format(loop.clock().now().minus(Moment.START)));
    }

    @FunctionalInterface
    private interface Stopping {
        void stop() throws Exception;
    }
}
