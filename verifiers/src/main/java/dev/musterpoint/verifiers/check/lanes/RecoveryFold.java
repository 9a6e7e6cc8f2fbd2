package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Folds one lane's observations, in order of actual start, into its recovery time. Used as it is while the run goes on
 * and again when it is judged, so that both come to the same.
 */
public final class RecoveryFold {
    private static final long NONE = Long.MIN_VALUE;

    private final LaneRules rules;
    private final Window window;
    private final long earliest;
    private final FailureGroup failures;
    private final FirstCluster cluster;
    private final RunSearch runs;
    private final HiddenOutage hidden;
    private final LastSuccesses before;
    private long previous = NONE;
    private long judged;
    private boolean unknown;
    private boolean failed;
    private boolean relapsed;

    public RecoveryFold(LaneRules rules, Window window) {
        this.rules = rules;
        this.window = window;
        earliest = window.earliest().nanos();
        failures = new FailureGroup(rules);
        cluster = new FirstCluster(rules, earliest);
        runs = new RunSearch(rules);
        hidden = new HiddenOutage(rules.first(), earliest);
        before = new LastSuccesses(rules.first());
    }

    /** The next observation: started at {@code a}, not before the one before it, and ended at {@code c}. */
    public void accept(long a, long c, Sight sight) {
        long from = previous == NONE ? earliest : previous;
        if (a > earliest && a - from > rules.hole()) {
            unknown(from);
        }
        previous = a;
        if (sight == Sight.GOOD && !disturbed()) {
            before.good(a);
        }
        if (c >= earliest) {
            judged++;
            judge(a, c, sight);
        }
    }

    private void judge(long a, long c, Sight sight) {
        switch (sight) {
            case GOOD -> good(a, c);
            case BAD -> bad(a, c);
            case UNKNOWN -> unknown(a);
        }
    }

    private void good(long a, long c) {
        runs.good(a, c);
        if (!disturbed()) {
            hidden.good(a, c);
        }
    }

    private void bad(long a, long c) {
        failed = true;
        if (failures.full() && !rules.residual().everyFailureCounts()) {
            // The oldest will be forgotten without having been proof: it may have been an outage all the same.
            cluster.unknown(failures.from());
        }
        if (failures.bad(judged, a, c)) {
            relapsed |= runs.found().isPresent();
            cluster.bad(failures);
            runs.bad();
        } else {
            runs.failed();
        }
    }

    private void unknown(long from) {
        unknown = true;
        cluster.unknown(from);
        runs.unknown();
    }

    private boolean disturbed() {
        return unknown || failed;
    }

    /**
     * The qualifying run, once it is certain. Without a proven failure none is: one may still come, and recovery is what
     * follows it.
     */
    public Optional<Run> run() {
        return runs.found();
    }

    /**
     * The recovery time when watching ended at {@code end}. Stopping a probe waits up to τ for attempts under way, so the
     * last start may lie that much before the end without a hole being between them.
     */
    public Recovery finish(long end) {
        long from = previous == NONE ? earliest : previous;
        if (end - from > rules.hole() + rules.timeout()) {
            unknown(from);
        }
        Interval last = toward(runs.current().map(Run::back));
        if (judged == 0) {
            return recovery(Recovery.Shape.NOTHING, Interval.atLeast(Duration.ZERO), Optional.empty(), last);
        }
        if (!disturbed()) {
            Interval shorter = hidden.longest().isEmpty()
                    ? Interval.atLeast(Duration.ZERO)
                    : Interval.of(
                            Duration.ZERO, Duration.ofNanos(hidden.longest().getAsLong()));
            return recovery(Recovery.Shape.ALL_GOOD, shorter, Optional.empty(), shorter);
        }
        Recovery.Shape shape = cluster.seen() ? Recovery.Shape.OUTAGE : Recovery.Shape.NO_PROVEN_FAILURE;
        Optional<Run> run = cluster.seen() ? runs.found() : runs.current();
        return recovery(shape, toward(run.map(Run::back)), run, last);
    }

    private Recovery recovery(Recovery.Shape shape, Interval interval, Optional<Run> run, Interval lasting) {
        OptionalLong lastBad =
                cluster.seen() && !cluster.mayComeSecond() ? OptionalLong.of(cluster.last()) : OptionalLong.empty();
        return new Recovery(shape, interval, run, relapsed, lasting, runs.current(), lastBad);
    }

    private Interval toward(Optional<Long> back) {
        Duration lower = Duration.ofNanos(cluster.lower(window));
        OptionalLong origin = window.origin() == Window.Origin.OBSERVED ? before.oldest() : OptionalLong.of(earliest);
        return back.isEmpty() || origin.isEmpty()
                ? Interval.atLeast(lower)
                : Interval.of(lower, Duration.ofNanos(back.get() - origin.getAsLong()));
    }
}
