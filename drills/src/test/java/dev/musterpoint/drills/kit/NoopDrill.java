package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.engine.AbortSwitch;
import dev.musterpoint.drills.engine.Clearance;
import dev.musterpoint.drills.engine.DrillRun;
import dev.musterpoint.drills.engine.EvidenceWriter;
import dev.musterpoint.drills.engine.OpenSystems;
import dev.musterpoint.drills.engine.RunPorts;
import dev.musterpoint.drills.engine.RunResult;
import dev.musterpoint.drills.journal.Journal;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.spi.Providers;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A drill that changes nothing, in virtual time: the fixture from which the engine's tests start. */
public final class NoopDrill {
    public final VirtualTime time = new VirtualTime();
    public final NoopFault fault = new NoopFault(time);
    public final NoopEffect effect = new NoopEffect(time, fault);
    public final NoopSystem system = new NoopSystem(time);
    public final NoopWorkload workload = new NoopWorkload(time);
    public final NoopSteps steps = new NoopSteps(time);
    public final NoopProbes probes = new NoopProbes();
    public final ScriptedConditions conditions = new ScriptedConditions(time);
    public final ScriptedWatch watch = new ScriptedWatch(time);
    public final RecordingGuard guard = new RecordingGuard();
    public final MemoryJournal journal = new MemoryJournal(time);
    public final AbortSwitch abort = new AbortSwitch();
    public final Redactor redactor = new Redactor();
    public final RunDirectory run;

    private ScriptedService service = ScriptedService.good(Duration.ofMillis(5));
    private Operator operator = Operator.ABSENT;
    private RunPorts.Claiming claiming = claims -> Optional.empty();
    private Clearance clearance = Clearance.ALWAYS;
    private volatile boolean pausesWatched = true;

    /** @param directory the run's own, which exists */
    public NoopDrill(Path directory) {
        this.run = new RunDirectory(directory);
    }

    public NoopDrill service(ScriptedService script) {
        service = script;
        return this;
    }

    public NoopDrill operator(Operator person) {
        operator = person;
        return this;
    }

    public NoopDrill claiming(RunPorts.Claiming locks) {
        claiming = locks;
        return this;
    }

    /** Asks {@code answers} whether the run may go on. */
    public NoopDrill clearance(Clearance answers) {
        clearance = answers;
        return this;
    }

    /** Asks the run to stop, {@code delay} from now. */
    public NoopDrill abortAfter(Duration delay) {
        time.after(delay, () -> abort.request("jane", "enough"));
        return this;
    }

    /** Runs {@code plan} to its end, its facts going to {@link #journal}. */
    public RunResult run(DrillPlan plan) {
        return run(plan, journal);
    }

    public RunResult run(DrillPlan plan, Journal facts) {
        OpenSystems systems = new OpenSystems();
        Toolbox toolbox = new Toolbox(run.runId(), run.path(), systems, time, redactor);
        EvidenceWriter evidence = new EvidenceWriter(run, facts, redactor);
        return new DrillRun(plan, ports(), toolbox, systems, evidence, new VirtualRunLoop(time), abort).execute();
    }

    /** Whether somebody still looks for pauses; nobody may once a run is over. */
    public boolean arePausesWatched() {
        return pausesWatched;
    }

    public RunPorts ports() {
        return new RunPorts(
                catalogue(),
                effect,
                toolbox -> new ScriptedScheduler(time, service),
                watch,
                (plan, sink) -> () -> pausesWatched = false,
                operator,
                guard,
                claiming,
                clearance);
    }

    public Catalogue catalogue() {
        Catalogue catalogue = Catalogue.of(
                Providers.of(List.of(fault)),
                Providers.of(List.of(probes)),
                Providers.of(List.of(workload)),
                Providers.of(List.of(system)),
                Providers.of(List.of(steps)));
        return catalogue.withConditions(Providers.of(List.of(conditions)));
    }
}
