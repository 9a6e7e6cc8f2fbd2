package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.util.List;
import java.util.Optional;

/** Offers probe types. */
public interface ProbeProvider extends Provider {
    Probe probe(ProbeSpec spec, Toolbox toolbox);

    /** How the kind of service behind this type usually fails; settles K, N and j where the drill does not. */
    FailureMode failureMode(String type);

    /** The most attempts of this type under way at once, unless the drill says otherwise. */
    int inFlight(String type);

    /**
     * What is wrong with the parameters of one probe beyond their types, a sentence each with what to do; contacts nothing.
     * Reported when the drill is read, so that it is not found out when the drill runs.
     */
    default List<String> problems(Params params) {
        return List.of();
    }

    /**
     * What removing the traces of a probe in its system will need; empty when it leaves none. Changes nothing. Not asked
     * for where the system is a sandbox of the run, which goes with all that is in it.
     */
    default Optional<UndoRecord> prepare(ProbeSpec spec, Toolbox toolbox) {
        return Optional.empty();
    }

    /** Removes what probes of this type leave. */
    default UndoHandler undo(String type, Toolbox toolbox) {
        throw new IllegalArgumentException("probes of type " + type + " leave nothing to undo");
    }
}
