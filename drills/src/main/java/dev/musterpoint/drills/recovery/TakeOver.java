package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.Evidence.SystemOpened;
import dev.musterpoint.drills.evidence.Evidence.TailRepaired;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.journal.Lines;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.TornTail;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.Systems;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** @param by who takes over: {@code watchdog} or {@code recover} */
    public TakeOver(RunDirectory run, Catalogue catalogue, RunClock clock, Waiting waiting, String by) {
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
     */
    public CleanUp recover(String reason) throws InterruptedException {
        boolean wasSealed = run.isSealed();
        Optional<TailRepaired> journalTail = TornTail.repair(run.path(), "journal.jsonl");
        Optional<TailRepaired> recoveryTail = TornTail.repair(run.path(), "recovery.jsonl");
        UndoFold fold = new UndoFold();
        Map<String, SystemFacts> systems = new LinkedHashMap<>();
        RunReader reader = new RunReader(run);
        reader.journal(entry -> read(entry, fold, systems));
        reader.recovery(entry -> read(entry, fold, systems));
        try (FileJournal chain = FileJournal.resume(run.recovery(), clock, new Redactor(), entry -> {})) {
            begin(chain, reason);
            journalTail.ifPresent(tail -> chain.append(by, tail));
            recoveryTail.ifPresent(tail -> chain.append(by, tail));
            undo(chain, fold, systems);
            if (!wasSealed) {
                closeSegments(chain, reader);
                chain.append(by, new RunEnded(RunOutcome.CRASHED, fold.state(), reason));
            }
        }
        return fold.state();
    }

    private static void read(JournalEntry entry, UndoFold fold, Map<String, SystemFacts> systems) {
        fold.add(entry.body());
        if (entry.body() instanceof SystemOpened opened) {
            systems.put(opened.system().name(), opened.system());
        }
    }

    private void begin(FileJournal chain, String reason) {
        ChainSummary journal = ChainSummary.of(run.journal());
        chain.append(
                by,
                new Evidence.RecoveryStarted(
                        by, ProcessHandle.current().pid(), journal.head(), journal.lines(), reason));
    }

    private void undo(FileJournal chain, UndoFold fold, Map<String, SystemFacts> systems) throws InterruptedException {
        Systems opened = name -> Optional.ofNullable(systems.get(name))
                .orElseThrow(() -> new IllegalArgumentException("system '" + name + "' was never opened"));
        Toolbox toolbox = new Toolbox(run.runId(), run.path(), opened, clock, new Redactor());
        Recovery recovery = new Recovery(
                new CatalogueHandlers(catalogue, toolbox),
                fact -> {
                    fold.add(fact);
                    chain.append(by, fact);
                },
                waiting);
        recovery.undo(fold.pending(), "taken over by " + by);
    }

    /** Streams that the runner could not close are hashed as they were found, a torn last line included. */
    private void closeSegments(FileJournal chain, RunReader reader) {
        Set<String> closed = new HashSet<>();
        reader.facts(SegmentClosed.class).forEach(segment -> closed.add(segment.path()));
        for (String path : run.files()) {
            boolean stream = path.startsWith("observations/") || path.startsWith("ledger/");
            if (stream && !closed.contains(path)) {
                chain.append(by, asFound(path));
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

    /** The pid of the runner that began the run; empty when it never wrote that down. */
    public static Optional<RunStarted> runner(RunDirectory run) {
        if (!Files.exists(run.journal())) {
            return Optional.empty();
        }
        List<RunStarted> found = new ArrayList<>(new RunReader(run).facts(RunStarted.class));
        return found.stream().findFirst();
    }
}
