package dev.musterpoint.shell.run;

import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;

/** Is told what happens in a run while it goes on. Called from the run's threads: must be quick and must not throw. */
public interface RunListener {
    void starting(RunDirectory run, DrillPlan plan, RunClock clock);

    /** A fact was made durable. */
    void recorded(JournalEntry entry);

    /** A probe's attempt is complete. */
    void observed(String probe, Observation observation, boolean good);

    void finished(RunDirectory run, Assessment assessment);
}
