package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.UndoHandler;

/** Finds who can undo a record. */
@FunctionalInterface
public interface Handlers {
    /** @throws IllegalArgumentException when the record's handler is not installed */
    UndoHandler of(UndoRecord undo);
}
