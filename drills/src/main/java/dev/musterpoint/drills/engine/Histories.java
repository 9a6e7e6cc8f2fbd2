package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.SystemHistory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks the systems, at the end of a run, what they noted themselves of it. What goes wrong with that is part of the answer and
 * never of the run.
 */
final class Histories {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final DrillPlan plan;
    private final Catalogue catalogue;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final RunLoop loop;

    Histories(DrillPlan plan, Catalogue catalogue, Toolbox toolbox, EvidenceWriter evidence, RunLoop loop) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.loop = loop;
    }

    /** @param began T0; nothing is asked of a run that has none */
    void read(Moment began) {
        if (began == null) {
            return;
        }
        // The systems have clocks of their own, and only the wall's is one that they can have in common with ours.
        Instant from = loop.clock().instant().minus(loop.clock().now().minus(began));
        for (SystemSpec spec : plan.spec().systems().values()) {
            read(spec, from).ifPresent(history -> evidence.fact(new Evidence.HistoryRead(spec.name(), history)));
        }
    }

    private Optional<SystemHistory> read(SystemSpec spec, Instant from) {
        Cancellation cancellation = new Cancellation();
        Task<Optional<SystemHistory>> task = loop.start("history", () -> catalogue
                .systems()
                .get(spec.type())
                .history(spec, targets(spec.name()), from, toolbox, cancellation));
        if (!loop.join(task, loop.clock().now().plus(LONGEST))) {
            cancellation.cancel();
            return Optional.of(SystemHistory.unread("it did not answer within " + LONGEST.toSeconds() + " s"));
        }
        return task.error().isPresent() ? Optional.of(SystemHistory.unread(task.message())) : task.value();
    }

    private List<Target> targets(String system) {
        return plan.faults().stream()
                .filter(fault -> fault.spec().system().filter(system::equals).isPresent())
                .flatMap(fault -> fault.targets().stream())
                .toList();
    }
}
