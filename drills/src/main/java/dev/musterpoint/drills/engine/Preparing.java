package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.util.Optional;

/** Makes the plan's systems reachable. A sandbox is a change like any other: its undo record comes first. */
final class Preparing {
    private static final Duration LETTING_GO = Duration.ofSeconds(10);

    private final RunPorts ports;
    private final Toolbox toolbox;
    private final OpenSystems systems;
    private final EvidenceWriter evidence;
    private final Undoing undoing;
    private final RunLoop loop;
    private final Waits waits;

    Preparing(
            RunPorts ports,
            Toolbox toolbox,
            OpenSystems systems,
            EvidenceWriter evidence,
            Undoing undoing,
            RunLoop loop,
            Waits waits) {
        this.ports = ports;
        this.toolbox = toolbox;
        this.systems = systems;
        this.evidence = evidence;
        this.undoing = undoing;
        this.loop = loop;
        this.waits = waits;
    }

    void open(DrillPlan plan) throws RunAborted, RunFailed {
        for (SystemSpec spec : plan.spec().systems().values()) {
            open(spec);
        }
    }

    private void open(SystemSpec spec) throws RunAborted, RunFailed {
        SystemProvider provider = ports.catalogue().systems().get(spec.type());
        Optional<UndoRecord> undo = provider.prepare(spec, toolbox);
        undo.ifPresent(undoing::prepare);
        Cancellation cancellation = new Cancellation();
        Task<SystemFacts> task = loop.start(
                "open",
                () -> provider.open(spec, toolbox, undo.map(undoing::sink).orElse(data -> {}), cancellation));
        undo.ifPresent(record -> undoing.making(record, task::isDone));
        try {
            waits.until(task::isDone, Deadlines.NEVER);
        } catch (RunAborted e) {
            cancellation.cancel();
            loop.await(task::isDone, loop.clock().now().plus(LETTING_GO));
            throw e;
        }
        if (task.error().isPresent()) {
            evidence.fact(new Evidence.ProblemMet("system " + spec.name(), task.message()));
            throw new RunFailed(
                    "system '" + spec.name() + "' cannot be reached: " + task.message(),
                    task.error().get());
        }
        systems.add(task.value());
        evidence.fact(new Evidence.SystemOpened(task.value()));
    }
}
