package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.recovery.CatalogueHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What surrounds the drill proper: setup before the baseline, and teardown after the faults' removal. That teardown is
 * owed is written down before setup begins, so that a run that dies between them is not called clean. Owned by the run's
 * thread.
 */
final class Surrounding {
    private static final Logger LOG = LoggerFactory.getLogger(Surrounding.class);
    private static final String TEARDOWN = "teardown";
    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private final DrillPlan plan;
    private final EvidenceWriter evidence;
    private final Undoing undoing;
    private final RunLoop loop;
    private final Waits waits;
    private final Responding setup;
    private final Responding teardown;
    private boolean begun;

    Surrounding(DrillPlan plan, StepWork work, EvidenceWriter evidence, Undoing undoing, RunLoop loop, Waits waits) {
        this.plan = plan;
        this.evidence = evidence;
        this.undoing = undoing;
        this.loop = loop;
        this.waits = waits;
        this.setup = new Responding(plan.setup(), work, evidence::fact, loop, StepHooks.NONE);
        this.teardown = new Responding(plan.teardown(), work, this::factIfPossible, loop, StepHooks.NONE);
    }

    /** Does the setup's steps. Nothing is injected when one of them fails. */
    void setUp() throws RunAborted, RunFailed {
        if (!plan.teardown().isEmpty()) {
            undoing.prepare(owed());
        }
        begun = true;
        setup.start();
        try {
            waits.until(setup::isOver, Deadlines.NEVER);
        } catch (RunAborted e) {
            setup.stop("the run was stopped");
            loop.await(setup::isOver, loop.clock().now().plus(LETTING_GO));
            setup.abandon();
            throw e;
        }
        Optional<String> failure = setup.failure();
        if (failure.isPresent()) {
            throw new RunFailed("nothing was injected: in the setup, " + failure.get(), null);
        }
    }

    /** Does the teardown's steps, unless setup was never begun. Neither an abort nor a failure keeps any from being tried. */
    void tearDown() {
        if (!begun || plan.teardown().isEmpty()) {
            return;
        }
        try {
            teardown.start();
            loop.outlast(teardown::isOver, Deadlines.NEVER);
        } finally {
            if (teardown.allDone()) {
                undoing.inspected(TEARDOWN, Residue.none("every step of the teardown was done"));
            }
        }
    }

    private UndoRecord owed() {
        String steps = plan.teardown().stream()
                .map(PlannedStep::step)
                .map(step -> "'" + step.name() + "'")
                .collect(Collectors.joining(", "));
        return new UndoRecord(
                TEARDOWN,
                CatalogueHandlers.TEARDOWN,
                TEARDOWN,
                "muster/teardown",
                UndoKind.MANUAL,
                Duration.ZERO,
                Map.of(),
                "do these steps of the drill's teardown: " + steps);
    }

    /** What cannot be written down, for a full disk, must be torn down nevertheless. */
    private void factIfPossible(Evidence fact) {
        try {
            evidence.fact(fact);
        } catch (RuntimeException e) {
            LOG.error("{} (tearing down goes on without it)", e.getMessage());
        }
    }
}
