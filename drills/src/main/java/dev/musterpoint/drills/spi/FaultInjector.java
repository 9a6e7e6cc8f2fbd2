package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;

/** Breaks one target at a time, and undoes what it broke. */
public interface FaultInjector extends UndoHandler {
    /** Reads what undoing will need. Never changes the target. */
    UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException;

    /**
     * Applies the fault. Called off the run's thread; must honour cancellation. What is only known while acting (an id
     * the server made) goes to {@code injection}, and is durable when {@code amend} returns.
     */
    void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException;
}
