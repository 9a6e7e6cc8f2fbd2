package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;
import java.util.function.BooleanSupplier;

/** How the phases wait: like the loop, but an abort request ends the wait at once. */
@FunctionalInterface
interface Waits {
    /** @return whether the condition held; @throws RunAborted when the run is to stop */
    boolean until(BooleanSupplier condition, Moment deadline) throws RunAborted;
}
