package dev.musterpoint.reports.model;

import java.util.Objects;

/**
 * What is known of a run besides its plan, evidence and assessment.
 *
 * @param runId        the run
 * @param directory    its directory, as a reader of the report would type it
 * @param journalHead  SHA-256 of the journal's last line; empty where it is not known
 * @param recoveryHead SHA-256 of the recovery chain's last line; empty where there is no such chain
 */
public record RunFacts(String runId, String directory, String journalHead, String recoveryHead) {
    public RunFacts {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(journalHead);
        Objects.requireNonNull(recoveryHead);
    }
}
