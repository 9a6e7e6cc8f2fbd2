package dev.musterpoint.drills.evidence;

/** The identity of one attempted write within a run: writer, sequence and attempt, each from 0. */
public record WriteId(int writer, long sequence, int attempt) implements Comparable<WriteId> {
    @Override
    public int compareTo(WriteId other) {
        int byWriter = Integer.compare(writer, other.writer);
        int bySequence = byWriter != 0 ? byWriter : Long.compare(sequence, other.sequence);
        return bySequence != 0 ? bySequence : Integer.compare(attempt, other.attempt);
    }

    @Override
    public String toString() {
        return writer + "/" + sequence + "/" + attempt;
    }
}
