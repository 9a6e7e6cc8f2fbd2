package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;

/** Undoes a change from its record, and reads back whether it is gone. */
public interface UndoHandler {
    /**
     * Removes the change from recorded data and our owner mark alone. Idempotent; safe when the change was never made,
     * was half made, or a request of it is still on its way.
     */
    void recover(UndoRecord undo) throws InjectionException;

    /** Reads the target back: what of the change is left? */
    Residue inspect(UndoRecord undo) throws InjectionException;
}
