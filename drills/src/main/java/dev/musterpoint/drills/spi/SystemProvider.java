package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemHistory;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.SystemSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Offers system types: what exists and is only connected to, and sandboxes, which the run makes and removes. */
public interface SystemProvider extends Provider {
    /** What is known when planning; contacts nothing. A sandbox names its members without their pids. */
    SystemFacts describe(SystemSpec spec);

    /** What removing the system will need; empty for a system that is only connected to. Changes nothing. */
    default Optional<UndoRecord> prepare(SystemSpec spec, Toolbox toolbox) {
        return Optional.empty();
    }

    /**
     * Makes the system reachable: starts a sandbox, or resolves the connection of one that exists.
     *
     * @throws Exception with a message that says what could not be reached or started
     */
    SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation) throws Exception;

    /** What removes the system; nothing for one that is only connected to. */
    default UndoHandler undo(String type, Toolbox toolbox) {
        return UndoHandler.NOTHING_MADE;
    }

    /**
     * Looks whether a drill could work with the system as it is now: whether it is reached, lets us in, allows what drills do,
     * and is set up so that what is measured means something. Only reads, and fails for nothing: what is wrong is a check.
     */
    default List<SystemCheck> examine(SystemSpec spec, Toolbox toolbox, Cancellation cancellation) {
        return List.of();
    }

    /**
     * What the system noted itself, by its own clock, of what a run did to it; empty where systems of this type note nothing. Asked
     * once, at the end of a run, off the run's thread. Only reads; what cannot be read is said in the history.
     *
     * @param targets what the run's faults touched of it
     * @param from    when the first fault began, by the clock of the wall
     * @throws Exception what keeps all of it from being read, with a message that says why
     */
    default Optional<SystemHistory> history(
            SystemSpec spec, List<Target> targets, Instant from, Toolbox toolbox, Cancellation cancellation)
            throws Exception {
        return Optional.empty();
    }
}
