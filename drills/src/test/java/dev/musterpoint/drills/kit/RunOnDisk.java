package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.engine.RunResult;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.DurableFile;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.journal.Seal;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiFunction;

/** Runs a {@link NoopDrill} with everything a real run leaves on disk. */
public final class RunOnDisk {
    /** The drill file's bytes; a plan whose spec digest is theirs is made by {@link #planned}. */
    public static final byte[] DRILL = "# a drill that changes nothing\n".getBytes(StandardCharsets.UTF_8);

    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    public final RunStore store;
    public final RunDirectory run;
    public final NoopDrill drill;
    private final DrillPlan plan;

    /** Makes the run's directory below {@code root}, and records its creation. */
    public RunOnDisk(Path root, DrillPlan plan) {
        this.store = new RunStore(root);
        this.plan = planned(plan);
        this.run = store.create(plan.spec().metadata().name(), AT);
        this.drill = new NoopDrill(run.path());
        DurableFile.write(run.plan(), RunReader.encode(this.plan));
        DurableFile.write(run.drill(), DRILL);
        store.programme().created(run, this.plan.spec().metadata().name(), planDigest(), AT);
    }

    /** {@code plan} as made from {@link #DRILL}. */
    private static DrillPlan planned(DrillPlan plan) {
        return new DrillPlan(
                plan.format(),
                plan.toolVersion(),
                plan.plannedAt(),
                plan.source(),
                Digests.of(DRILL),
                plan.spec(),
                plan.faults(),
                plan.runbook(),
                plan.steps(),
                plan.policy());
    }

    private String planDigest() {
        return Digests.of(run.plan());
    }

    /** Runs the drill with a journal on disk. */
    public RunResult execute() {
        try (FileJournal journal = FileJournal.create(run.journal(), drill.time, drill.redactor, entry -> {})) {
            String name = plan.spec().metadata().name();
            journal.append(
                    "engine",
                    new Evidence.RunStarted(
                            run.runId(), name, planDigest(), "0.1.0", drill.time.identity(), 1, "test"));
            return drill.run(plan, journal);
        }
    }

    /** Writes the assessment that {@code judge} gives, seals the run and records its end. */
    public void seal(BiFunction<DrillPlan, EvidenceLog, Assessment> judge) {
        RunReader reader = new RunReader(run);
        DurableFile.write(run.assessment(), RunReader.encode(judge.apply(reader.plan(), reader)));
        String manifest = Seal.write(run, "runner", AT.plusSeconds(60));
        store.programme()
                .sealed(run, plan.spec().metadata().name(), planDigest(), "completed", manifest, AT.plusSeconds(61));
    }
}
