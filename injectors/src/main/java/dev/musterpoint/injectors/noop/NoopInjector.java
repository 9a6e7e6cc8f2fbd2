package dev.musterpoint.injectors.noop;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import java.util.Map;

/** Injects nothing, and so has nothing to undo. */
final class NoopInjector implements FaultInjector {
    private final String runId;

    NoopInjector(String runId) {
        this.runId = runId;
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) {
        return UndoRecord.of(
                fault, target, runId + "/" + fault.number(), UndoKind.NONE, Map.of(), "there is nothing to undo");
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) {
        // This is all of it.
    }

    @Override
    public void recover(UndoRecord undo) {
        // Nothing was changed.
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        return Residue.none("nothing was changed");
    }
}
