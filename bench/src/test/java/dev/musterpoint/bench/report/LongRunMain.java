package dev.musterpoint.bench.report;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.DurableFile;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.journal.Segment;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spi.Redactor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Writes the files of a long run as the engine would have, but for the time that it takes to live through one. */
public final class LongRunMain {
    private static final String DRILL = "# Made up by bench/judge.sh; no drill was run.\n";

    private LongRunMain() {}

    /** Arguments: the directory of runs, how many observations, how many writes. */
    public static void main(String[] arguments) {
        LongRun facts = new LongRun(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
        SystemRunClock clock = new SystemRunClock();
        RunDirectory run = new RunStore(Path.of(arguments[0])).create("long", clock.instant());
        DurableFile.write(run.drill(), DRILL.getBytes(StandardCharsets.UTF_8));
        DurableFile.write(run.plan(), plan(Digests.of(run.drill())));
        try (FileJournal journal = FileJournal.create(run.journal(), clock, new Redactor(), entry -> {})) {
            facts.beginning(run.runId(), Digests.of(run.plan())).forEach(fact -> journal.append("engine", fact));
            write(run, journal, RunDirectory.observations("write"), Observation.class, facts::observations);
            write(run, journal, RunDirectory.ledger("ledger"), LedgerLine.class, facts::ledger);
            write(run, journal, RunDirectory.readBack("ledger", 1), ReadBackRow.class, facts::readBack);
            journal.append("engine", facts.readBackTaken());
            journal.append("engine", new RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        }
        System.out.println(run.path());
    }

    private static byte[] plan(String specDigest) {
        DrillPlan plan = new SamplePlan()
                .recoversWithin(Duration.ofSeconds(30), FailureMode.TOTAL.confirmation())
                .workload()
                .objective(new Objective.LostWrites("nothing is lost", 0, "ledger"))
                .build();
        String json = new String(RunReader.encode(plan), StandardCharsets.UTF_8);
        return json.replace(plan.specDigest(), specDigest).getBytes(StandardCharsets.UTF_8);
    }

    private static <T> void write(
            RunDirectory run, FileJournal journal, String path, Class<T> kind, Consumer<Consumer<T>> values) {
        try (Segment<T> segment = Segment.create(run.path(), path, kind, new Redactor())) {
            values.accept(segment::append);
            journal.append("engine", segment.seal());
        }
    }
}
