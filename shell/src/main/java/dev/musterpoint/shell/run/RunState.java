package dev.musterpoint.shell.run;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.verdict.Assessment;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a run stands, in words.
 *
 * @param state   {@code running}, {@code unfinished} (its runner is gone and nobody has recovered it), or its outcome
 * @param verdict its verdict; {@code -} while there is none
 * @param cleanUp what it left; {@code -} while nobody knows
 */
public record RunState(String runId, String state, String verdict, String cleanUp, String directory) {
    public static RunState of(RunDirectory run) {
        Optional<Assessment> assessment = run.isSealed() ? new RunReader(run).assessment() : Optional.empty();
        String directory = run.path().toString();
        if (assessment.isPresent()) {
            Assessment found = assessment.get();
            return new RunState(
                    run.runId(),
                    found.outcome().name().toLowerCase(Locale.ROOT),
                    found.verdict().name(),
                    found.cleanUp().name(),
                    directory);
        }
        String state = RunLock.isHeld(run.lock()) ? "running" : "unfinished";
        return new RunState(run.runId(), state, "-", "-", directory);
    }
}
