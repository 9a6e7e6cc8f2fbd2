package dev.musterpoint.verifiers.check.window;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.verifiers.check.columns.LongColumn;
import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import java.time.Duration;
import java.util.Arrays;

/**
 * Quantiles of latency. Each attempt's latency is known to lie between two bounds; a quantile lies between that of all lower
 * bounds and that of all upper ones. The runner can only make an answer look later: its upper bound is counted from when the
 * attempt was due; its lower one from when it started, less σ, and is zero if the runner is known to have paused. Where no
 * right answer came there is no upper bound. A refusal that the runner did not cause proves that no right answer came within τ; a
 * timeout proves that none came within τ − σ, because a pause too short to be seen hides an answer that came up to σ before τ.
 */
public final class LatencyBounds {
    private static final long NEVER = Long.MAX_VALUE;

    private final long timeout;
    private final long slack;
    private final Pauses pauses;
    private final LongColumn lower = new LongColumn();
    private final LongColumn upper = new LongColumn();

    /** @param timeout τ, in nanoseconds @param slack σ, in nanoseconds */
    public LatencyBounds(long timeout, long slack, Pauses pauses) {
        this.timeout = timeout;
        this.slack = slack;
        this.pauses = pauses;
    }

    /** Adds the attempts of {@code lane} that were due in {@code window}; those not seen are unknown. */
    public LatencyBounds add(Lane lane, Schedule schedule, TimeWindow window) {
        for (int i = 0; i < lane.size(); i++) {
            if (window.holds(lane.due(i))) {
                add(lane, i, window);
            }
        }
        for (long missing = schedule.attempts(window) - lower.size(); missing > 0; missing--) {
            add(0, NEVER);
        }
        return this;
    }

    private void add(Lane lane, int i, TimeWindow window) {
        AnswerKind kind = lane.kind(i);
        boolean answered = kind == AnswerKind.CORRECT && window.provesGood(lane.end(i));
        boolean proves = kind != AnswerKind.NOT_STARTED
                && window.provesBad(lane.end(i))
                && !pauses.overlap(lane.start(i), lane.end(i));
        add(proves ? least(kind, lane.end(i) - lane.start(i)) : 0, answered ? lane.end(i) - lane.due(i) : NEVER);
    }

    private long least(AnswerKind kind, long took) {
        long seen = Math.max(0, took - slack);
        return kind == AnswerKind.ERROR ? Math.max(seen, timeout) : seen;
    }

    private void add(long least, long most) {
        lower.add(least);
        upper.add(most);
    }

    /** n */
    public int attempts() {
        return lower.size();
    }

    /** How many of them have no upper bound. */
    public long unbounded() {
        return Arrays.stream(upper.sorted()).filter(most -> most == NEVER).count();
    }

    /** The quantile by nearest rank; open above when too many attempts have no upper bound. Not for no attempts at all. */
    public Interval quantile(Quantile quantile) {
        int rank = quantile.rank(attempts());
        Duration least = Duration.ofNanos(lower.sorted()[rank - 1]);
        long most = upper.sorted()[rank - 1];
        return most == NEVER ? Interval.atLeast(least) : Interval.of(least, Duration.ofNanos(most));
    }
}
