package dev.musterpoint.verifiers.check.writes;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.verifiers.check.columns.IntColumn;
import dev.musterpoint.verifiers.check.columns.LongColumn;
import dev.musterpoint.verifiers.check.columns.RowOrder;

/** Write identities in columns, 16 bytes each. */
final class Ids {
    private final IntColumn writers = new IntColumn();
    private final LongColumn sequences = new LongColumn();
    private final IntColumn attempts = new IntColumn();

    void add(WriteId id) {
        writers.add(id.writer());
        sequences.add(id.sequence());
        attempts.add(id.attempt());
    }

    int size() {
        return writers.size();
    }

    WriteId get(int row) {
        return new WriteId(writers.get(row), sequences.get(row), attempts.get(row));
    }

    /** Compares a row of this with a row of {@code other}, as {@link WriteId#compareTo} does. */
    int compare(int row, Ids other, int otherRow) {
        int bySequence = compareSequence(row, other, otherRow);
        return bySequence != 0 ? bySequence : Integer.compare(attempts.get(row), other.attempts.get(otherRow));
    }

    /** Compares writers and sequences alone: 0 for two attempts of one write. */
    int compareSequence(int row, Ids other, int otherRow) {
        int byWriter = Integer.compare(writers.get(row), other.writers.get(otherRow));
        return byWriter != 0 ? byWriter : Long.compare(sequences.get(row), other.sequences.get(otherRow));
    }

    int[] inOrder() {
        return RowOrder.of(size(), (left, right) -> compare(left, this, right));
    }
}
