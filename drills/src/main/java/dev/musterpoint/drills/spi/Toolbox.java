package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.plan.PlannedFault;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a provider is given to build an implementation with.
 *
 * @param runId     the run; the base of every owner mark
 * @param directory the run's directory
 * @param folder    the drill's folder, in which what the drill names is found; when only undoing, the run's directory
 */
public record Toolbox(String runId, Path directory, Path folder, Systems systems, RunClock clock, Redactor redactor) {
    public Toolbox {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(systems);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(redactor);
        Objects.requireNonNull(folder);
    }

    /** For what has no drill file at hand, such as undoing. */
    public Toolbox(String runId, Path directory, Systems systems, RunClock clock, Redactor redactor) {
        this(runId, directory, directory, systems, clock, redactor);
    }

    /** The mark of all that {@code fault} makes: the same whoever computes it, and whenever. */
    public String ownerMark(PlannedFault fault) {
        return runId + "/" + fault.number();
    }
}
