package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoRecord;

/** A process that removes a pair it did not start, as a watchdog would. Its argument is the owner mark. */
final class RemovePair {
    private RemovePair() {}

    public static void main(String[] args) throws Exception {
        UndoRecord record = PairUndo.record("db", args[0]);
        PairUndo undo = new PairUndo(new SystemRunClock());
        undo.recover(record);
        System.exit(undo.inspect(record).state() == CleanUp.CLEAN ? 0 : 1);
    }
}
