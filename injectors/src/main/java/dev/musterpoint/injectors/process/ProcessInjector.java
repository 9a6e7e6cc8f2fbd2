package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoSink;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What killing and pausing have in common: whom it concerns, and how what was stopped is set going again. */
abstract class ProcessInjector implements FaultInjector {
    final Signals signals;
    final ProcessTree tree;
    private final ProcessTable table;
    private final Toolbox toolbox;
    private final Resuming resuming;

    ProcessInjector(Toolbox toolbox, ProcessTable table) {
        this.toolbox = toolbox;
        this.table = table;
        this.signals = new Signals(table);
        this.tree = new ProcessTree(table, signals, toolbox.clock());
        this.resuming = new Resuming(table, signals, toolbox.clock());
    }

    abstract UndoKind undoKind();

    abstract String byHand(ProcessEntry root);

    abstract void inject(ProcessEntry root, Scope scope, UndoSink undo, Cancellation cancellation)
            throws InjectionException;

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        ProcessEntry root = root(target);
        return new UndoRecord(
                "fault-" + fault.number() + ":" + target.id(),
                "fault:" + fault.spec().type(),
                target.id(),
                toolbox.runId() + "/" + fault.number(),
                undoKind(),
                fault.spec().holdFor(),
                Map.of(Resuming.BOOT, table.boot(), "pid", Long.toString(root.pid())),
                byHand(root));
    }

    @Override
    public void inject(PlannedFault fault, Target target, UndoSink undo, Cancellation cancellation)
            throws InjectionException {
        cancellation.throwIfCancelled();
        inject(root(target), Scope.of(fault.spec().params()), undo, cancellation);
    }

    private ProcessEntry root(Target target) throws InjectionException {
        return TargetProcess.find(target, toolbox.systems(), table);
    }

    /** Writes down, durably, what is about to be stopped. */
    static void record(UndoSink undo, List<ProcessEntry> processes) {
        undo.amend(StoppedProcesses.write(processes));
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        resuming.recover(undo);
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        return resuming.inspect(undo);
    }

    @Override
    public Duration inFlight() {
        return resuming.inFlight();
    }
}
