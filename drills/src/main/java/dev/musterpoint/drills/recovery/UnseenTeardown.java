package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.UndoHandler;

/**
 * Stands for a teardown that was not done to its end. Its steps are the drill's own and say nothing of how to undo them:
 * only a person can, and nothing can be read back.
 */
final class UnseenTeardown implements UndoHandler {
    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        throw new InjectionException("a person must " + undo.byHand());
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        return Residue.unreadable("the teardown was not done to its end, and nobody else can tell what is left");
    }
}
