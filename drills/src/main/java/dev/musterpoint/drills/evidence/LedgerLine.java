package dev.musterpoint.drills.evidence;

import java.util.Objects;

/** One line of a workload's ledger. An attempt without an answer was under way when the ledger ended: unknown. */
public sealed interface LedgerLine {
    WriteId id();

    /** Written and flushed before the call goes out. {@code checksum} is the CRC-32C of the payload, in hexadecimal. */
    record WriteAttempt(WriteId id, Moment started, String checksum) implements LedgerLine {
        public WriteAttempt {
            Objects.requireNonNull(id);
            Objects.requireNonNull(started);
            Objects.requireNonNull(checksum);
        }
    }

    /** Written when the call returned. {@code server} is the identity of the server that answered; empty if unknown. */
    record WriteAnswer(WriteId id, Moment ended, WriteOutcome outcome, String detail, String server)
            implements LedgerLine {
        public WriteAnswer {
            Objects.requireNonNull(id);
            Objects.requireNonNull(ended);
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(detail);
            Objects.requireNonNull(server);
        }
    }
}
