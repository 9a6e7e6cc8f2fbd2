package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a run's evidence from its directory. A last line without its end is not there yet, and is passed over. */
public final class RunReader implements EvidenceLog {
    private static final JsonCodec<DrillPlan> PLAN = JsonCodec.document(DrillPlan.class);
    private static final JsonCodec<Assessment> ASSESSMENT = JsonCodec.document(Assessment.class);
    private static final JsonCodec<JournalEntry> ENTRY = JsonCodec.lines(JournalEntry.class);
    private static final JsonCodec<Observation> OBSERVATION = JsonCodec.lines(Observation.class);
    private static final JsonCodec<Pause> PAUSE = JsonCodec.lines(Pause.class);
    private static final JsonCodec<LedgerLine> LEDGER = JsonCodec.lines(LedgerLine.class);
    private static final JsonCodec<ReadBackRow> ROW = JsonCodec.lines(ReadBackRow.class);

    private final RunDirectory run;

    public RunReader(RunDirectory run) {
        this.run = run;
    }

    public DrillPlan plan() {
        return PLAN.decode(bytes(run.plan()), "plan.json");
    }

    /** The bytes of a plan, as stored and digested. */
    public static byte[] encode(DrillPlan plan) {
        return PLAN.encode(plan);
    }

    /** The bytes of an assessment, as stored. */
    public static byte[] encode(Assessment assessment) {
        return ASSESSMENT.encode(assessment);
    }

    public Optional<Assessment> assessment() {
        return Files.exists(run.assessment())
                ? Optional.of(ASSESSMENT.decode(bytes(run.assessment()), "assessment.json"))
                : Optional.empty();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + DurableFile.reason(e), e);
        }
    }

    @Override
    public void journal(Consumer<? super JournalEntry> each) {
        stream("journal.jsonl", ENTRY, each);
    }

    @Override
    public void recovery(Consumer<? super JournalEntry> each) {
        stream("recovery.jsonl", ENTRY, each);
    }

    @Override
    public void observations(String probe, Consumer<? super Observation> each) {
        stream(RunDirectory.observations(probe), OBSERVATION, each);
    }

    @Override
    public void pauses(Consumer<? super Pause> each) {
        stream(RunDirectory.pauses(), PAUSE, each);
    }

    @Override
    public void ledger(String workload, Consumer<? super LedgerLine> each) {
        stream(RunDirectory.ledger(workload), LEDGER, each);
    }

    @Override
    public void readBack(String workload, int ordinal, Consumer<? super ReadBackRow> each) {
        stream(RunDirectory.readBack(workload, ordinal), ROW, each);
    }

    private <T> void stream(String name, JsonCodec<T> codec, Consumer<? super T> each) {
        Lines.of(run.path().resolve(name), (number, line, complete) -> {
            if (complete) {
                each.accept(codec.decode(line, name + ":" + number));
            }
        });
    }
}
