package dev.musterpoint.drills.spec;

import java.util.List;
import java.util.Objects;

/** A recovery procedure: steps in the order they are done. */
public record Runbook(Metadata metadata, List<RunbookStep> steps) {
    public Runbook {
        Objects.requireNonNull(metadata);
        steps = List.copyOf(steps);
    }
}
