package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.Segment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Ledger;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The workloads of a run: their tables, their ledgers, and what is read back. Methods may block: not for the run's thread. */
final class Writing {
    private final DrillPlan plan;
    private final Catalogue catalogue;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final Undoing undoing;
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private int readBacks;

    Writing(DrillPlan plan, Catalogue catalogue, Toolbox toolbox, EvidenceWriter evidence, Undoing undoing) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.undoing = undoing;
    }

    boolean isNeeded() {
        return !plan.spec().workloads().isEmpty();
    }

    void create() throws Exception {
        for (WorkloadSpec spec : plan.spec().workloads().values()) {
            Workload workload = catalogue.workloads().get(spec.type()).workload(spec, toolbox);
            workloads.put(spec.name(), workload);
            if (goesWithItsSandbox(spec)) {
                workload.create();
            } else {
                create(workload);
            }
        }
    }

    private void create(Workload workload) throws Exception {
        UndoRecord undo = workload.prepare();
        AtomicBoolean over = new AtomicBoolean();
        undoing.prepare(undo);
        undoing.making(undo, over::get);
        try {
            workload.create();
        } finally {
            over.set(true);
        }
    }

    /** A table in a sandbox that this run made is removed with it; to undo it apart could only fail. */
    private boolean goesWithItsSandbox(WorkloadSpec spec) {
        return spec.system()
                .map(toolbox.systems()::get)
                .map(system -> system.sandbox())
                .orElse(false);
    }

    void start() {
        workloads.forEach((name, workload) -> {
            workload.start(new SegmentLedger(evidence.segment(RunDirectory.ledger(name), LedgerLine.class)));
            evidence.fact(new Evidence.WorkloadStarted(name));
        });
    }

    void stop() {
        forAll(Workload::stop);
    }

    private void forAll(Consumer<Workload> action) {
        RuntimeException first = null;
        for (Workload workload : workloads.values()) {
            try {
                action.accept(workload);
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Reads every workload back once more. A failure is recorded: what was never read back is unknown, not zero. */
    void readBack() {
        readBacks++;
        workloads.forEach(this::readBack);
    }

    private void readBack(String name, Workload workload) {
        String path = RunDirectory.readBack(name, readBacks);
        Segment<ReadBackRow> rows = evidence.segment(path, ReadBackRow.class);
        Moment started = toolbox.clock().now();
        String server = "";
        String error = "";
        try {
            server = workload.readBack(rows::append);
        } catch (Exception e) {
            error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        Moment ended = toolbox.clock().now();
        evidence.seal(rows);
        evidence.fact(new Evidence.ReadBackTaken(name, readBacks, started, ended, server, path, error));
    }

    void close() {
        forAll(Workload::close);
    }

    private record SegmentLedger(Segment<LedgerLine> segment) implements Ledger {
        @Override
        public void attempt(WriteAttempt attempt) {
            segment.appendDurably(attempt);
        }

        @Override
        public void answer(WriteAnswer answer) {
            segment.append(answer);
        }
    }
}
