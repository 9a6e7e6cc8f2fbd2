package dev.musterpoint.shell.run;

import dev.musterpoint.connections.secret.PlanSecrets;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.spi.Redactor;
import java.io.UncheckedIOException;

/** The secrets of a stored run, for those who clean up after it: what they are told may hold any of them. */
final class RunSecrets {
    private RunSecrets() {}

    static Redactor of(RunDirectory run) {
        Redactor redactor = new Redactor();
        try {
            PlanSecrets.of(new RunReader(run).plan()).protect(redactor);
        } catch (UncheckedIOException | EvidenceFormatException noPlan) {
            // Cleaning up goes by the journal; without a plan each secret becomes known when it is used.
        }
        return redactor;
    }
}
