package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RunListener;

/** Says nothing while a run goes on. */
public final class QuietRunView implements RunListener {
    @Override
    public void starting(RunDirectory run, DrillPlan plan, RunClock clock) {}

    @Override
    public void recorded(JournalEntry entry) {}

    @Override
    public void observed(String probe, Observation observation, boolean good) {}

    @Override
    public void finished(RunDirectory run, Assessment assessment) {}
}
