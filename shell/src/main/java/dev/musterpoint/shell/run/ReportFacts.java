package dev.musterpoint.shell.run;

import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.reports.model.RunFacts;

/** What a report says of the run's directory. */
final class ReportFacts {
    private ReportFacts() {}

    /** For a report that is filed: the directory as it is called wherever the runs are moved to. */
    static RunFacts toFile(RunDirectory run) {
        return of(run, run.path().getParent().getFileName() + "/" + run.runId());
    }

    /** For programs on this machine: the directory with its whole path. */
    static RunFacts here(RunDirectory run) {
        return of(run, run.path().toString());
    }

    private static RunFacts of(RunDirectory run, String directory) {
        ChainSummary recovery = ChainSummary.of(run.recovery());
        return new RunFacts(
                run.runId(),
                directory,
                ChainSummary.of(run.journal()).head(),
                recovery.lines() == 0 ? "" : recovery.head());
    }
}
