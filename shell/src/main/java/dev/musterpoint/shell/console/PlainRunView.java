package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RunListener;
import java.util.Locale;

/** A run as lines, for logs and pipes: one line per event, no control characters. */
public final class PlainRunView implements RunListener {
    private final Console console;

    public PlainRunView(Console console) {
        this.console = console;
    }

    @Override
    public void starting(RunDirectory run, DrillPlan plan, RunClock clock) {
        console.err()
                .println("run " + run.runId() + ": " + plan.spec().metadata().title());
        console.err().flush();
    }

    @Override
    public synchronized void recorded(JournalEntry entry) {
        RunWords.of(entry.body()).ifPresent(words -> {
            console.err().println(line(entry, words));
            console.err().flush();
        });
    }

    /** A line of a run's story: seconds since its start, and the fact in words. */
    public static String line(JournalEntry entry, String words) {
        return String.format(Locale.ROOT, "%9.3f s  %s", entry.mono().nanos() / 1e9, words);
    }

    @Override
    public void observed(String probe, Observation observation, boolean good) {
        // One line per event: an observation is not an event.
    }

    @Override
    public void finished(RunDirectory run, Assessment assessment) {
        // The summary follows.
    }
}
