package dev.musterpoint.shell.run;

import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.reports.model.RunFacts;

/** What a report says of the run's directory. */
final class ReportFacts {
    private ReportFacts() {}

    static RunFacts of(RunDirectory run) {
        ChainSummary recovery = ChainSummary.of(run.recovery());
        return new RunFacts(
                run.runId(),
                run.path().toString(),
                ChainSummary.of(run.journal()).head(),
                recovery.lines() == 0 ? "" : recovery.head());
    }
}
