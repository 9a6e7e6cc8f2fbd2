package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.UndoRecord;
import java.util.function.Consumer;

/** Writes to a system while the drill runs, and reads back what survived. */
public interface Workload extends AutoCloseable {
    /** What removing its table needs. Changes nothing. */
    UndoRecord prepare();

    /** Makes its table. */
    void create() throws Exception;

    /** Starts its writers. */
    void start(Ledger ledger);

    /** Starts no further writes and waits for those under way. */
    void stop();

    /**
     * Reads all rows in one snapshot.
     *
     * @return the identity of the server that was read
     */
    String readBack(Consumer<ReadBackRow> each) throws Exception;

    @Override
    void close();
}
