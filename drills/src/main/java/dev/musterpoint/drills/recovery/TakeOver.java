package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.RecoveryStarted;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.Evidence.TailRepaired;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.Lines;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.TornTail;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes over a run whose runner is gone: undoes what it left, hashes its open streams as found, and says how it ended.
 * Writes {@code recovery.jsonl}, a chain of its own, for two writers never share one. The caller holds the run's lock and
 * seals the run afterwards.
 */
public final class TakeOver {
    private final RunDirectory run;
    private final Catalogue catalogue;
    private final RunClock clock;
    private final Waiting waiting;
    private final String by;
    private final Redactor redactor;

    /** @param by who takes over: {@code watchdog} or {@code recover} */
    public TakeOver(RunDirectory run, Catalogue catalogue, RunClock clock, Waiting waiting, String by) {
        this(run, catalogue, clock, waiting, by, new Redactor());
    }

    /** @param redactor knows the secrets that the run used, as far as they can still be had */
    public TakeOver(
            RunDirectory run, Catalogue catalogue, RunClock clock, Waiting waiting, String by, Redactor redactor) {
        this.redactor = redactor;
        this.run = run;
        this.catalogue = catalogue;
        this.clock = clock;
        this.waiting = waiting;
        this.by = by;
    }

    /**
     * Recovers the run.
     *
     * @param reason why it is taken over
     * @return the state of everything the run changed
     * @throws java.io.UncheckedIOException when all was tried, but what was done could not be written down: do not seal
     */
    public CleanUp recover(String reason) throws InterruptedException {
        boolean wasSealed = run.isSealed();
        List<TailRepaired> cuts = new ArrayList<>();
        try (RecoveryChain chain = new RecoveryChain(by, redactor)) {
            if (!wasSealed) {
                chain.attempt(() -> TornTail.repair(run.path(), "journal.jsonl").ifPresent(cuts::add));
            }
            chain.attempt(() -> TornTail.repair(run.path(), "recovery.jsonl").ifPresent(cuts::add));
            Remains remains = Remains.of(run);
            chain.open(run, clock);
            chain.attempt(() -> begin(chain, reason));
            cuts.forEach(chain::add);
            remains.problems().forEach(chain::add);
            undo(chain, remains);
            if (!wasSealed) {
                chain.attempt(() -> closeSegments(chain, remains));
                chain.add(new RunEnded(RunOutcome.CRASHED, remains.state(), reason));
            }
            chain.throwIfBroken();
            return remains.state();
        }
    }

    private void begin(RecoveryChain chain, String reason) {
        ChainSummary journal = ChainSummary.of(run.journal());
        chain.add(new RecoveryStarted(by, ProcessHandle.current().pid(), journal.head(), journal.lines(), reason));
    }

    private void undo(RecoveryChain chain, Remains remains) throws InterruptedException {
        Toolbox toolbox = new Toolbox(run.runId(), run.path(), remains.systems(), clock, redactor);
        Recovery recovery = new Recovery(
                new CatalogueHandlers(catalogue, toolbox),
                fact -> {
                    remains.undo().add(fact);
                    chain.add(fact);
                },
                clock,
                waiting);
        recovery.undo(remains.undo().pending(), "taken over by " + by);
    }

    /** Streams that the runner could not close are hashed as they were found, a torn last line included. */
    private void closeSegments(RecoveryChain chain, Remains remains) {
        for (String path : run.files()) {
            boolean stream = path.startsWith("observations/") || path.startsWith("ledger/");
            if (stream && !remains.isClosed(path)) {
                chain.add(asFound(path));
            }
        }
    }

    private SegmentClosed asFound(String path) {
        Path file = run.path().resolve(path);
        long[] count = {0, 0};
        Lines.of(file, (number, line, complete) -> {
            count[0] += line.length + (complete ? 1 : 0);
            count[1] = number;
        });
        return new SegmentClosed(path, Digests.of(file), count[0], count[1]);
    }

    /** How the run began; empty when its runner died before it wrote that down. */
    public static Optional<RunStarted> runner(RunDirectory run) {
        return Remains.of(run).started();
    }
}
