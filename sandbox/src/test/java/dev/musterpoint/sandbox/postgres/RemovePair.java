package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoRecord;
import java.time.Duration;

/** A process that removes a pair it did not start, as a watchdog would. Its argument is the owner mark. */
final class RemovePair {
    private RemovePair() {}

    public static void main(String[] args) throws Exception {
        SystemRunClock clock = new SystemRunClock();
        UndoRecord record = PairUndo.record("db", args[0]);
        PairUndo undo = new PairUndo(clock);
        Moment before = clock.now();
        undo.recover(record);
        boolean clean = undo.inspect(record).state() == CleanUp.CLEAN;
        boolean fast = clock.now().minus(before).compareTo(Duration.ofSeconds(1)) < 0;
        System.exit(clean && fast ? 0 : 1);
    }
}
