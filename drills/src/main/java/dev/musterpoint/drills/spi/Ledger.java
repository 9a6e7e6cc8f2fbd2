package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;

/** Where a workload writes down what it does. Thread-safe. */
public interface Ledger {
    /** Returns once the attempt is on disk (group commit); only then may the call go out. */
    void attempt(WriteAttempt attempt);

    /** Records the answer; it reaches the disk with the next group. */
    void answer(WriteAnswer answer);
}
