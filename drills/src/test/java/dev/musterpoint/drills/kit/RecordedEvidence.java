package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Evidence in memory, put together by a test. Hash chains are not its business: {@code prev} is empty. */
public final class RecordedEvidence implements EvidenceLog {
    private static final Instant EPOCH = Instant.parse("2026-11-21T09:00:00Z");

    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<JournalEntry> recovery = new ArrayList<>();
    private final Map<String, List<Observation>> observations = new HashMap<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final Map<String, List<LedgerLine>> ledger = new HashMap<>();
    private final Map<String, List<ReadBackRow>> readBack = new HashMap<>();

    /** Adds a fact to the journal at {@code mono}. */
    public RecordedEvidence fact(Moment mono, Evidence body) {
        add(journal, mono, "engine", body);
        return this;
    }

    public RecordedEvidence recovered(Moment mono, Evidence body) {
        add(recovery, mono, "watchdog", body);
        return this;
    }

    public RecordedEvidence observation(String probe, Observation observation) {
        observations.computeIfAbsent(probe, name -> new ArrayList<>()).add(observation);
        return this;
    }

    public RecordedEvidence pause(Pause pause) {
        pauses.add(pause);
        return this;
    }

    public RecordedEvidence ledger(String workload, LedgerLine line) {
        ledger.computeIfAbsent(workload, name -> new ArrayList<>()).add(line);
        return this;
    }

    public RecordedEvidence row(String workload, int ordinal, ReadBackRow row) {
        readBack.computeIfAbsent(workload + "#" + ordinal, name -> new ArrayList<>())
                .add(row);
        return this;
    }

    private static void add(List<JournalEntry> chain, Moment mono, String actor, Evidence body) {
        Instant at = EPOCH.plusNanos(mono.nanos());
        chain.add(new JournalEntry(chain.size(), "", at, mono, actor, body));
    }

    @Override
    public void journal(Consumer<? super JournalEntry> each) {
        journal.forEach(each);
    }

    @Override
    public void recovery(Consumer<? super JournalEntry> each) {
        recovery.forEach(each);
    }

    @Override
    public void observations(String probe, Consumer<? super Observation> each) {
        observations.getOrDefault(probe, List.of()).forEach(each);
    }

    @Override
    public void pauses(Consumer<? super Pause> each) {
        pauses.forEach(each);
    }

    @Override
    public void ledger(String workload, Consumer<? super LedgerLine> each) {
        ledger.getOrDefault(workload, List.of()).forEach(each);
    }

    @Override
    public void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each) {
        readBack.getOrDefault(workload + "#" + ordinal, List.of()).forEach(each);
    }
}
