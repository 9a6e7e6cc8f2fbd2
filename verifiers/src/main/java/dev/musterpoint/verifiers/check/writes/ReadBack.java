package dev.musterpoint.verifiers.check.writes;

import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.verifiers.check.columns.ByteColumn;
import dev.musterpoint.verifiers.check.columns.IntColumn;
import java.util.BitSet;

/**
 * One read-back joined with the history. A row whose payload does not match its checksum, or that carries another checksum
 * than was written, proves nothing: it is counted as corrupt and does not survive. Add all rows, then {@link #join}.
 */
public final class ReadBack {
    private final ReadBackTaken taken;
    private final Ids ids = new Ids();
    private final IntColumn checksums = new IntColumn();
    private final ByteColumn intact = new ByteColumn();

    private final BitSet landed = new BitSet();
    private long strangers;
    private long duplicates;
    private long corrupt;

    public ReadBack(ReadBackTaken taken) {
        this.taken = taken;
    }

    public void add(ReadBackRow row) {
        ids.add(row.id());
        checksums.add(Checksums.pack(row.checksum()));
        intact.add(row.intact() ? 1 : 0);
    }

    /** Finds the attempt behind every row. */
    public ReadBack join(WriteHistory history) {
        int[] order = ids.inOrder();
        int attempt = 0;
        for (int at = 0; at < order.length; at++) {
            boolean again = at > 0 && ids.compare(order[at], ids, order[at - 1]) == 0;
            boolean third = again && at > 1 && ids.compare(order[at], ids, order[at - 2]) == 0;
            duplicates += again && !third ? 1 : 0;
            while (attempt < history.size() && history.compare(attempt, ids, order[at]) < 0) {
                attempt++;
            }
            boolean known = attempt < history.size() && history.compare(attempt, ids, order[at]) == 0;
            place(history, known ? attempt : -1, order[at], again);
        }
        return this;
    }

    private void place(WriteHistory history, int attempt, int row, boolean again) {
        boolean whole = intact.get(row) == 1 && (attempt < 0 || checksums.get(row) == history.checksum(attempt));
        corrupt += whole ? 0 : 1;
        strangers += attempt < 0 && !again ? 1 : 0;
        if (attempt >= 0 && whole) {
            landed.set(attempt);
        }
    }

    /** When reading began, in nanoseconds of the run's clock: later acknowledgements need not be in it. */
    long started() {
        return taken.started().nanos();
    }

    /** The identity of the server that was read; empty if unknown. */
    String server() {
        return taken.server();
    }

    int ordinal() {
        return taken.ordinal();
    }

    /** Whether attempt {@code i} of the history was read back whole. */
    boolean landed(int i) {
        return landed.get(i);
    }

    /** Rows read. */
    long rows() {
        return ids.size();
    }

    /** Identities read back that were never attempted. */
    long strangers() {
        return strangers;
    }

    /** Identities read back more than once. */
    long duplicates() {
        return duplicates;
    }

    /** Rows that are not what was written. */
    long corrupt() {
        return corrupt;
    }
}
