package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.util.List;

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
}
