package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.plan.Claim;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.spi.ProbeScheduler;
import dev.musterpoint.drills.spi.RecoveryWatch;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the engine reaches the world through.
 *
 * @param effects   the inspector of a fault type
 * @param pauses    starts to look for pauses of this process; closing the answer stops it
 * @param clearance whether the run may go on; not asked about what is undone
 */
public record RunPorts(
        Catalogue catalogue,
        EffectLookup effects,
        Function<Toolbox, ProbeScheduler> scheduler,
        RecoveryWatch.Factory watch,
        PauseWatch pauses,
        Operator operator,
        Guard guard,
        Claiming claiming,
        Clearance clearance) {

    /** Ports of a run that has the world for itself, and that nobody forbids anything. */
    public RunPorts(
            Catalogue catalogue,
            EffectLookup effects,
            Function<Toolbox, ProbeScheduler> scheduler,
            RecoveryWatch.Factory watch,
            PauseWatch pauses,
            Operator operator,
            Guard guard) {
        this(
                catalogue,
                effects,
                scheduler,
                watch,
                pauses,
                operator,
                guard,
                claims -> Optional.empty(),
                Clearance.ALWAYS);
    }

    /** Finds who proves a fault type's effect. */
    @FunctionalInterface
    public interface EffectLookup {
        /** @throws IllegalArgumentException when nobody can prove it: then the fault must not be injected */
        EffectInspector inspector(String faultType, Toolbox toolbox);
    }

    /** Takes what a run must have for itself, before it does anything. Whoever made this lets go of it after the run. */
    @FunctionalInterface
    public interface Claiming {
        /** Takes all or none. @return why they cannot be taken; empty when they were */
        Optional<String> take(List<Claim> claims);
    }

    /** Looks for times in which this process stood still. */
    @FunctionalInterface
    public interface PauseWatch {
        AutoCloseable start(DrillPlan plan, Consumer<Pause> sink);
    }
}
