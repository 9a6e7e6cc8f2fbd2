package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.verifiers.check.columns.ByteColumn;
import dev.musterpoint.verifiers.check.columns.LongColumn;
import dev.musterpoint.verifiers.check.columns.RowOrder;

/** The observations of one probe, 25 bytes each, in the order they were added; nanoseconds of the run's clock. */
public final class LaneColumns {
    private static final AnswerKind[] KINDS = AnswerKind.values();

    private final LongColumn due = new LongColumn();
    private final LongColumn starts = new LongColumn();
    private final LongColumn ends = new LongColumn();
    private final ByteColumn kinds = new ByteColumn();

    public void add(Observation observation) {
        due.add(observation.due().nanos());
        starts.add(observation.started().nanos());
        ends.add(observation.ended().nanos());
        kinds.add(observation.kind().ordinal());
    }

    /** Copies a row of {@code other}. */
    public void addRow(LaneColumns other, int row) {
        due.add(other.due(row));
        starts.add(other.start(row));
        ends.add(other.end(row));
        kinds.add(other.kinds.get(row));
    }

    public int size() {
        return kinds.size();
    }

    public long due(int row) {
        return due.get(row);
    }

    /** a */
    public long start(int row) {
        return starts.get(row);
    }

    /** c */
    public long end(int row) {
        return ends.get(row);
    }

    public AnswerKind kind(int row) {
        return KINDS[kinds.get(row)];
    }

    /** The rows in order of actual start; rows with the same start, end and kind are alike to every rule. */
    public int[] inOrderOfStart() {
        return RowOrder.of(size(), this::compare);
    }

    private int compare(int left, int right) {
        int byStart = Long.compare(start(left), start(right));
        int byEnd = byStart != 0 ? byStart : Long.compare(end(left), end(right));
        return byEnd != 0 ? byEnd : Byte.compare(kinds.get(left), kinds.get(right));
    }
}
