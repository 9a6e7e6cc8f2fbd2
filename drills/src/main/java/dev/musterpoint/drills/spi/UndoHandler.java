package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import java.time.Duration;

/** Undoes a change from its record, and reads back whether it is gone. */
public interface UndoHandler {
    /** For a system that is only connected to: the run makes none, so that nothing is to be undone. */
    UndoHandler NOTHING_MADE = new UndoHandler() {
        @Override
        public void recover(UndoRecord undo) {
            // Nothing was made.
        }

        @Override
        public Residue inspect(UndoRecord undo) {
            return Residue.none("a system that is only connected to");
        }
    };

    /**
     * Removes the change from recorded data and our owner mark alone. Idempotent; safe when the change was never made,
     * was half made, or a request of it is still on its way.
     */
    void recover(UndoRecord undo) throws InjectionException;

    /** Reads the target back: what of the change is left? */
    Residue inspect(UndoRecord undo) throws InjectionException;

    /**
     * How long a request that was on its way when its sender died may still take effect. A target is called clean only
     * after a second inspection that much later.
     */
    default Duration inFlight() {
        return Duration.ZERO;
    }

    /**
     * Whether undoing mostly waits for what ends by itself. Such faults are undone after all others, which would stand too long if
     * they waited as well.
     */
    default boolean waits() {
        return false;
    }

    /**
     * The longest that one call for {@code undo} may take. One that takes longer is interrupted, given up and reported as
     * left, and what else is to be undone is undone without waiting for it.
     */
    default Duration longest(UndoRecord undo) {
        return Duration.ofMinutes(1);
    }
}
