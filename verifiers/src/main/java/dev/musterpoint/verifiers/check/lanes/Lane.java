package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.evidence.AnswerKind;
import java.util.Arrays;
import java.util.OptionalLong;

/** The classed observations of one probe in order of actual start, numbered from 0; nanoseconds of the run's clock. */
public final class Lane {
    private static final Sight[] SIGHTS = Sight.values();

    private final LaneColumns columns;
    private final int[] order;
    private final byte[] sights;
    private long tainted;

    public Lane(LaneColumns columns, Classing classing) {
        this.columns = columns;
        order = columns.inOrderOfStart();
        sights = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            sights[i] = (byte) classing.of(kind(i), start(i), end(i)).ordinal();
            tainted += classing.tainted(kind(i), start(i), end(i)) ? 1 : 0;
        }
    }

    public int size() {
        return order.length;
    }

    public long due(int i) {
        return columns.due(order[i]);
    }

    /** a */
    public long start(int i) {
        return columns.start(order[i]);
    }

    /** c */
    public long end(int i) {
        return columns.end(order[i]);
    }

    public AnswerKind kind(int i) {
        return columns.kind(order[i]);
    }

    public Sight sight(int i) {
        return SIGHTS[sights[i]];
    }

    /** How many observations have the class {@code sight}. */
    public long count(Sight sight) {
        long count = 0;
        for (byte each : sights) {
            count += each == sight.ordinal() ? 1 : 0;
        }
        return count;
    }

    /** How many failures prove nothing because the runner paused. */
    public long tainted() {
        return tainted;
    }

    /** What was seen between two moments before the fault. */
    public Baseline baseline(long from, long to) {
        Baseline baseline = new Baseline(from, to);
        for (int i = 0; i < size(); i++) {
            baseline.accept(start(i), end(i), sight(i));
        }
        return baseline;
    }

    /** The recovery time by what started up to {@code watchEnd}. */
    public Recovery recovery(LaneRules rules, Window window, long watchEnd) {
        RecoveryFold fold = new RecoveryFold(rules, window);
        for (int i = 0; i < size() && start(i) <= watchEnd; i++) {
            fold.accept(start(i), end(i), sight(i));
        }
        return fold.finish(watchEnd);
    }

    /**
     * The completion of the first of the right answers in a row, however slow, that led to the one at {@code back}: by what
     * started from {@code from} on and was complete by {@code back}. Empty when there is none.
     */
    public OptionalLong answering(long from, long back) {
        OptionalLong first = OptionalLong.empty();
        for (int i = 0; i < size(); i++) {
            if (start(i) < from || end(i) > back || kind(i) == AnswerKind.NOT_STARTED) {
                continue;
            }
            boolean right = kind(i) == AnswerKind.CORRECT;
            first = !right ? OptionalLong.empty() : first.isPresent() ? first : OptionalLong.of(end(i));
        }
        return first;
    }

    /** The latencies of correct answers due from {@code from} and before {@code to}, counted from when they were due, ascending. */
    public long[] latencies(long from, long to) {
        long[] found = new long[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (kind(i) == AnswerKind.CORRECT && due(i) >= from && due(i) < to) {
                found[count++] = end(i) - due(i);
            }
        }
        long[] latencies = Arrays.copyOf(found, count);
        Arrays.sort(latencies);
        return latencies;
    }
}
