package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.planning.Claims;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.Optional;

/**
 * Whether a run may begin: it is allowed, nobody else works on what it claims, somebody stands by to undo what it leaves, and the
 * effect of each of its faults could be proven. Nothing of the drill has been done by then.
 */
final class Admission {
    private final DrillPlan plan;
    private final RunPorts ports;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private final Waits waits;

    Admission(DrillPlan plan, RunPorts ports, Toolbox toolbox, EvidenceWriter evidence, RunLoop loop, Waits waits) {
        this.plan = plan;
        this.ports = ports;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.loop = loop;
        this.waits = waits;
    }

    /** @throws RunRefused with what keeps the run from beginning */
    void require() throws RunAborted, RunFailed {
        requireClearance();
        Optional<String> taken = ports.claiming().take(Claims.of(plan, ports.catalogue()));
        if (taken.isPresent()) {
            throw new RunRefused("nothing was done: " + taken.get());
        }
        evidence.fact(new Evidence.WatchdogReady(ports.guard().start()));
        for (PlannedFault fault : plan.faults()) {
            requireProof(fault);
        }
    }

    private void requireClearance() throws RunAborted, RunRefused {
        Task<Optional<String>> answer = ClearanceQuestion.ask(ports.clearance(), loop);
        waits.until(answer::isDone, Deadlines.NEVER);
        if (answer.value().isPresent()) {
            throw new RunRefused(answer.value().get());
        }
    }

    private void requireProof(PlannedFault fault) throws RunRefused {
        try {
            ports.effects().inspector(fault.spec().type(), toolbox);
        } catch (IllegalArgumentException e) {
            throw new RunRefused(e.getMessage());
        }
    }
}
