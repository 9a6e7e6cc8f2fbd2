package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import java.util.Objects;

/** How a run ended and what it left; what it showed is for the judges. */
public record RunResult(RunOutcome outcome, CleanUp cleanUp, String detail) {
    public RunResult {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(cleanUp);
        Objects.requireNonNull(detail);
    }
}
