package dev.musterpoint.shell.run;

import dev.musterpoint.connections.secret.PlanSecrets;
import dev.musterpoint.drills.engine.AbortSwitch;
import dev.musterpoint.drills.engine.DrillRun;
import dev.musterpoint.drills.engine.EvidenceWriter;
import dev.musterpoint.drills.engine.OpenSystems;
import dev.musterpoint.drills.engine.PauseDetector;
import dev.musterpoint.drills.engine.RunLoop;
import dev.musterpoint.drills.engine.RunPorts;
import dev.musterpoint.drills.engine.RunResult;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.engine.ThreadedRunLoop;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.journal.ClaimLocks;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.DurableFile;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.journal.Holder;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.planning.Refusal;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.programme.RunGate;
import dev.musterpoint.programme.halt.HaltLever;
import dev.musterpoint.programme.policy.PolicySource;
import dev.musterpoint.verifiers.check.watch.StandardRecoveryWatch;
import dev.musterpoint.verifiers.probe.FreshNames;
import dev.musterpoint.verifiers.probe.OpenLoopScheduler;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out runs: makes the directory, takes the lock, starts the watchdog, runs the plan, finishes. */
public final class RunService {
    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration ABORT_POLL = Duration.ofMillis(100);

    private static final Duration LEVER_POLL = Duration.ofSeconds(1);

    private final Settings settings;
    private final Catalogue catalogue;
    private final Supplier<RunClock> clocks;

    public RunService(Settings settings, Catalogue catalogue) {
        this(settings, catalogue, SystemRunClock::new);
    }

    /** @param clocks gives each run its clock */
    public RunService(Settings settings, Catalogue catalogue, Supplier<RunClock> clocks) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.clocks = clocks;
    }

    /** A finished run. */
    public record Finished(RunDirectory run, Assessment assessment) {}

    /**
     * Runs a plan to its end, in the calling thread.
     *
     * @param abort    stops it
     * @param operator confirms manual steps
     * @throws PlanRefusedException   when policy, the time or the halt lever stands against it; then there is no run
     * @throws RunCutShortException when what it does cannot be written down; what it changed is undone first
     */
    public Finished run(PreparedDrill drill, AbortSwitch abort, Operator operator, RunListener listener) {
        FreshNames.use();
        RunClock clock = clocks.get();
        RunGate gate = gate(drill.plan(), clock);
        List<Refusal> refusals = gate.refusals();
        if (!refusals.isEmpty()) {
            throw recorded(
                    new PlanRefusedException(refusals),
                    drill.plan().spec().metadata().name(),
                    Digests.of(RunReader.encode(drill.plan())));
        }
        requireNoSecrets(drill);
        RunStore store = new RunStore(settings.runs());
        RunDirectory run =
                begin(() -> store.create(drill.plan().spec().metadata().name(), clock.instant()));
        RunLock lock = begin(() -> RunLock.acquire(run.lock()));
        WatchdogProcess watchdog = new WatchdogProcess(run, settings.home()).launch();
        AtomicReference<RunResult> result = new AtomicReference<>();
        Optional<Assessment> assessment = Optional.empty();
        UncheckedIOException unwritten = null;
        try (ClaimLocks claims = new ClaimLocks(store.root(), Holder.here(run))) {
            execute(drill, run, store, clock, gate, watchdog, abort, operator, listener, claims, result::set);
            assessment = Optional.of(new RunFinisher(clock, "runner").finish(run));
        } catch (UncheckedIOException e) {
            unwritten = e;
        } finally {
            letGo(run, lock, watchdog);
        }
        if (unwritten != null) {
            throw RunCutShortException.of(run, Optional.ofNullable(result.get()), unwritten);
        }
        listener.finished(run, assessment.orElseThrow());
        return new Finished(run, assessment.orElseThrow());
    }

    private static <T> T begin(Supplier<T> part) {
        try {
            return part.get();
        } catch (UncheckedIOException e) {
            throw RunCutShortException.beforeItBegan(e);
        }
    }

    private static void letGo(RunDirectory run, RunLock lock, WatchdogProcess watchdog) {
        if (run.isSealed()) {
            lock.retire();
        } else {
            // The watchdog takes over what could not be finished here.
            watchdog.handOver();
            lock.close();
        }
        watchdog.close();
    }

    /**
     * Writes a refusal to the log of all attempts. One that cannot be written stays a refusal.
     *
     * @param planDigest empty when there was no plan yet
     */
    public PlanRefusedException recorded(PlanRefusedException refused, String drill, String planDigest) {
        String why = refused.refusals().stream().map(Refusal::toString).collect(Collectors.joining("; "));
        try {
            new RunStore(settings.runs())
                    .programme()
                    .refused(drill, planDigest, Redactor.process().redact(why), new SystemRunClock().instant());
        } catch (UncheckedIOException e) {
            LOG.warn("the refusal is not in the log of all attempts: {}", e.getMessage());
        }
        return refused;
    }

    /** What is stored of a run must hold no secret, and what it was planned from is stored as it is. */
    private static void requireNoSecrets(PreparedDrill drill) {
        String plan = new String(RunReader.encode(drill.plan()), StandardCharsets.UTF_8);
        List<Refusal> refusals = PlanSecrets.of(drill.plan())
                .inClear(drill.source().text(), plan)
                .stream()
                .map(reference -> new Refusal(
                        Refusal.Ground.DRILL,
                        "the secret " + reference,
                        "the drill, its runbook or its variables hold it in clear too, and would be stored with"
                                + " the run; take it out, and write the reference where a secret is taken"))
                .toList();
        if (!refusals.isEmpty()) {
            throw new PlanRefusedException(refusals);
        }
    }

    private void execute(
            PreparedDrill drill,
            RunDirectory run,
            RunStore store,
            RunClock clock,
            RunGate gate,
            WatchdogProcess watchdog,
            AbortSwitch abort,
            Operator operator,
            RunListener listener,
            ClaimLocks claims,
            Consumer<RunResult> result) {
        DrillPlan plan = drill.plan();
        byte[] planBytes = RunReader.encode(plan);
        DurableFile.write(run.drill(), drill.source().text().getBytes(StandardCharsets.UTF_8));
        DurableFile.write(run.plan(), planBytes);
        Redactor redactor = new Redactor();
        PlanSecrets.of(plan).protect(redactor);
        listener.starting(run, plan, clock);
        try (RunLoop loop = new ThreadedRunLoop(clock);
                Heartbeat heartbeat = new Heartbeat(run.heartbeat());
                FileJournal journal = FileJournal.create(run.journal(), clock, redactor, listener::recorded);
                EvidenceWriter evidence = new EvidenceWriter(run, journal, redactor)) {
            String planDigest = Digests.of(planBytes);
            journal.append("runner", started(run, plan, planDigest, clock));
            store.programme().created(run, plan.spec().metadata().name(), planDigest, clock.instant());
            loop.every(HEARTBEAT, heartbeat::beat);
            loop.every(ABORT_POLL, () -> AbortFile.read(run).ifPresent(r -> abort.request(r.by(), r.reason())));
            LeverWatch lever = new LeverWatch(new HaltLever(settings.runs()), abort);
            loop.every(LEVER_POLL, lever::look);
            OpenSystems systems = new OpenSystems();
            Toolbox toolbox = new Toolbox(run.runId(), run.path(), drill.folder(), systems, clock, redactor);
            RunPorts ports = ports(gate, watchdog, operator, clock, listener, claims);
            result.accept(new DrillRun(plan, ports, toolbox, systems, evidence, loop, abort).execute());
        }
    }

    private static RunStarted started(RunDirectory run, DrillPlan plan, String planDigest, RunClock clock) {
        return new RunStarted(
                run.runId(),
                plan.spec().metadata().name(),
                planDigest,
                Version.get(),
                clock.identity(),
                ProcessHandle.current().pid(),
                System.getProperty("user.name", "unknown"));
    }

    private RunPorts ports(
            RunGate gate,
            WatchdogProcess watchdog,
            Operator operator,
            RunClock clock,
            RunListener listener,
            ClaimLocks claims) {
        return new RunPorts(
                catalogue,
                new EffectProviders(),
                toolbox -> new ListenedScheduler(OpenLoopScheduler.of(clock), listener),
                StandardRecoveryWatch.factory(),
                (plan, sink) -> PauseDetector.start(clock, plan, sink),
                operator,
                watchdog,
                claims::take,
                gate);
    }

    private RunGate gate(DrillPlan plan, RunClock clock) {
        PolicySource policies = settings.policies(name -> Optional.ofNullable(System.getenv(name)));
        return new RunGate(plan, catalogue, policies, new HaltLever(settings.runs()), clock);
    }

    /** Asks a run in another process (or this one) to stop. @return empty when it was asked, else why it cannot be */
    public Optional<String> abort(RunDirectory run, String by, String reason) {
        if (run.isSealed() || !RunLock.isHeld(run.lock())) {
            return Optional.of("run " + run.runId() + " is not running");
        }
        AbortFile.write(run, new AbortSwitch.AbortRequest(by, reason));
        return Optional.empty();
    }
}
