package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.util.Map;

/** What killing and pausing have in common: whom it concerns, and how what was stopped is set going again. */
abstract class ProcessInjector implements FaultInjector {
    private final ProcessTable table;
    private final Toolbox toolbox;
    private final Resuming resuming;

    ProcessInjector(Toolbox toolbox, ProcessTable table) {
        this.toolbox = toolbox;
        this.table = table;
        this.resuming = new Resuming(table, new Signals(table), toolbox.clock());
    }

    abstract UndoKind undoKind();

    abstract String byHand(ProcessEntry root);

    abstract void inject(ProcessEntry root, Scope scope, Injection injection, Means means) throws InjectionException;

    /**
     * What to inject with.
     *
     * @param shell sends signals fast, and outlives us
     * @param tree  stops trees of processes through that shell
     */
    record Means(SignalShell shell, Signals signals, ProcessTree tree) {}

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        ProcessEntry root = root(target);
        return UndoRecord.of(
                fault,
                target,
                toolbox.ownerMark(fault),
                undoKind(),
                Map.of(Resuming.BOOT, table.boot(), "pid", Long.toString(root.pid())),
                byHand(root));
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        injection.cancellation().throwIfCancelled();
        inject(root(target), Scope.of(fault.spec().params()), injection);
    }

    void inject(ProcessEntry root, Scope scope, Injection injection) throws InjectionException {
        try (SignalShell shell = SignalShell.start()) {
            Signals signals = new Signals(table, shell::send);
            inject(root, scope, injection, new Means(shell, signals, new ProcessTree(table, signals, toolbox.clock())));
        }
    }

    private ProcessEntry root(Target target) throws InjectionException {
        return TargetProcess.find(target, toolbox.systems(), table);
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
