package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;

/** Proves that a fault took effect, by reading. Knows nothing of the injector that made it. */
public interface EffectInspector {
    /** Begins to look at a target before the fault. {@link EffectWatch#read} is then called again and again. */
    EffectWatch watch(PlannedFault fault, Target target) throws InjectionException;

    /** As above, for effects that are seen by what the run's probes see. */
    default EffectWatch watch(PlannedFault fault, Target target, ProbeStates probes) throws InjectionException {
        return watch(fault, target);
    }

    /** One target under watch. */
    interface EffectWatch {
        /** Reads the target once. The engine takes the time before and after. */
        Reading read() throws InjectionException;

        /** Lets go of what reading needed. Nothing is read afterwards. */
        default void close() {}
    }

    /**
     * What one read saw.
     *
     * @param effect the fault's effect is there
     * @param acts   the target does nothing of its own any more and cannot come back to it, though the effect is not there
     *     in full; the effect, when it comes, then counts from the first of such reads
     */
    record Reading(boolean effect, boolean acts, String detail) {
        /** The effect is there, or it is not. */
        public Reading(boolean effect, String detail) {
            this(effect, effect, detail);
        }
    }
}
