package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain of a run that is taken over. Undoing does not wait for a disk with room on it: a fact that cannot be written
 * is passed over, and the failure comes out when all is done.
 */
final class RecoveryChain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryChain.class);

    private final String by;
    private final Redactor redactor;
    private FileJournal chain;
    private UncheckedIOException failure;

    RecoveryChain(String by, Redactor redactor) {
        this.by = by;
        this.redactor = redactor;
    }

    void open(RunDirectory run, RunClock clock) {
        attempt(() -> chain = FileJournal.resume(run.recovery(), clock, redactor, entry -> {}));
    }

    void add(Evidence fact) {
        if (failure == null) {
            attempt(() -> chain.append(by, fact));
        }
    }

    /** Does what may meet a full disk. After the first failure nothing is written any more: a chain has no gaps. */
    void attempt(Runnable writing) {
        if (failure != null) {
            return;
        }
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            failure = e;
            LOG.error("{} (undoing goes on without it)", e.getMessage());
        }
    }

    /** @throws UncheckedIOException when something could not be written */
    void throwIfBroken() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        if (chain != null) {
            chain.close();
        }
    }
}
