package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.RecoveryStarted;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.reports.verify.ChainCheck.Place;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run's own chain, and the one that recoverers hung on its head. */
final class RunChains {
    private static final String JOURNAL = "journal.jsonl";
    private static final String RECOVERY = "recovery.jsonl";
    private static final JsonCodec<JournalEntry> ENTRY = JsonCodec.lines(JournalEntry.class);

    private final RunDirectory run;
    private final Findings findings;
    private final List<SegmentClosed> segments = new ArrayList<>();
    private RunStarted started;
    private ChainSummary journal;
    private ChainSummary recovery;
    private boolean first = true;
    private boolean foundEmpty;

    RunChains(RunDirectory run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    void check() {
        if (!Files.exists(run.journal())) {
            findings.add(ProblemKind.MISSING, JOURNAL, "the run has no journal");
        }
        journal = chain(JOURNAL).check(run.journal(), entry -> journal(entry.body()));
        recovery = chain(RECOVERY).check(run.recovery(), entry -> recovery(entry.body()));
        if (Files.exists(run.recovery()) && recovery.lines() == 0) {
            findings.add(ProblemKind.TRUNCATED, RECOVERY, "it is empty");
        }
    }

    private ChainCheck<JournalEntry> chain(String file) {
        return new ChainCheck<>(file, ENTRY, entry -> new Place(entry.seq(), entry.prev()), findings);
    }

    private void journal(Evidence fact) {
        if (fact instanceof RunStarted start && started == null) {
            started = start;
        } else if (fact instanceof SegmentClosed segment) {
            segments.add(segment);
        }
    }

    private void recovery(Evidence fact) {
        boolean begins = fact instanceof RecoveryStarted;
        if (first && !begins) {
            findings.add(ProblemKind.MISSING, RECOVERY, 1, "it does not say where in the journal it begins");
        }
        first = false;
        if (fact instanceof RecoveryStarted start) {
            foundEmpty |= start.journalLines() == 0;
            hangsOn(start);
        } else if (fact instanceof SegmentClosed segment) {
            segments.add(segment);
        }
    }

    private void hangsOn(RecoveryStarted start) {
        if (start.journalLines() > journal.lines()) {
            findings.add(
                    ProblemKind.TRUNCATED,
                    JOURNAL,
                    journal.lines(),
                    "the recovery found " + start.journalLines() + " lines, and now there are " + journal.lines());
        } else if (start.journalLines() < journal.lines()
                || !start.journalHead().equals(journal.head())) {
            findings.add(
                    ProblemKind.FORKED,
                    JOURNAL,
                    journal.lines(),
                    "it is not the journal that the recovery went on from");
        }
    }

    Optional<RunStarted> started() {
        return neverBegan() ? Optional.of(supposed()) : Optional.ofNullable(started);
    }

    /** Whether the runner died between making its journal and its first line, and a recoverer says so. */
    boolean neverBegan() {
        return journal.lines() == 0 && foundEmpty;
    }

    /** What the first line would have said; the log of all attempts is held against it. */
    private RunStarted supposed() {
        DrillPlan plan = new RunReader(run).plan();
        return new RunStarted(
                run.runId(),
                plan.spec().metadata().name(),
                Digests.of(run.plan()),
                plan.toolVersion(),
                new ClockIdentity("unknown", 0),
                0,
                "nobody");
    }

    /** The streams that either chain vouches for. */
    List<SegmentClosed> segments() {
        return List.copyOf(segments);
    }

    ChainSummary journal() {
        return journal;
    }

    ChainSummary recovery() {
        return recovery;
    }
}
