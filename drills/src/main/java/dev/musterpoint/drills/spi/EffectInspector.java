package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;

/** Proves that a fault took effect, by reading. Knows nothing of the injector that made it. */
public interface EffectInspector {
    /** Begins to look at a target before the fault. {@link EffectWatch#read} is then called again and again. */
    EffectWatch watch(PlannedFault fault, Target target) throws InjectionException;

    /** One target under watch. */
    interface EffectWatch {
        /** Reads the target once. The engine takes the time before and after. */
        Reading read() throws InjectionException;
    }

    /** Whether one read saw the effect, and what it saw. */
    record Reading(boolean effect, String detail) {}
}
