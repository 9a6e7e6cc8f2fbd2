package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Finding.Outage;
import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Folds one lane's observations, in order of actual start, into its outages. An outage ends with the first j good answers
 * in a row. Its lower bound counts unbroken chains of proven failures only; its upper bound reaches from the j-th success
 * before it to the completion of the first j after it. A stretch of which nothing is known is no outage, but could hide
 * one: it raises the upper bound of the downtime by what it could hide within the time observed.
 */
final class OutageFold {
    private final LaneRules rules;
    private final LastSuccesses successes;
    private final List<Outage> outages = new ArrayList<>();
    private Interval total = Interval.of(Duration.ZERO, Duration.ZERO);
    private Interval longest = Interval.of(Duration.ZERO, Duration.ZERO);

    private long firstSeen = Long.MAX_VALUE;
    private long lastSeen = Long.MIN_VALUE;
    private boolean open;
    private OptionalLong began = OptionalLong.empty();
    private int goodInARow;
    private long back;
    private long firstBad = -1;
    private long lastBad;
    private long proven;
    private boolean chained;
    private long chainReach;

    OutageFold(LaneRules rules) {
        this.rules = rules;
        successes = new LastSuccesses(rules.first());
    }

    void good(long a, long c) {
        see(a, c);
        successes.good(a);
        if (open) {
            back = goodInARow == 0 ? c : Math.max(back, c);
            goodInARow++;
            if (goodInARow >= rules.first()) {
                close(Optional.of(back));
            }
        }
    }

    void bad(long a, long c) {
        see(a, c);
        disturb();
        firstBad = firstBad < 0 ? a : firstBad;
        if (!chained) {
            chained = true;
            chainReach = rules.reach(a, c);
        }
        lastBad = a;
    }

    /** Nothing is proven between {@code from} and {@code to}. */
    void unknown(long from, long to) {
        see(from, to);
        disturb();
        endChain();
    }

    private void see(long from, long to) {
        firstSeen = Math.min(firstSeen, from);
        lastSeen = Math.max(lastSeen, to);
    }

    private void disturb() {
        if (!open) {
            open = true;
            began = successes.oldest();
            proven = 0;
        }
        goodInARow = 0;
        successes.forget();
    }

    private void endChain() {
        proven += chained ? Math.max(0, lastBad - chainReach) : 0;
        chained = false;
    }

    private void close(Optional<Long> end) {
        endChain();
        Interval length = firstBad < 0 ? couldHide(end) : outage(end);
        total = sum(total, length);
        longest = longest.worst(length);
        open = false;
        firstBad = -1;
    }

    private Interval outage(Optional<Long> end) {
        Duration lower = Duration.ofNanos(proven);
        Interval length = end.isEmpty() || began.isEmpty()
                ? Interval.atLeast(lower)
                : Interval.of(lower, Duration.ofNanos(end.get() - began.getAsLong()));
        outages.add(new Outage(new Moment(firstBad), new Moment(lastBad), length));
        return length;
    }

    private Interval couldHide(Optional<Long> end) {
        return Interval.of(Duration.ZERO, Duration.ofNanos(end.orElse(lastSeen) - began.orElse(firstSeen)));
    }

    private static Interval sum(Interval left, Interval right) {
        return new Interval(left.lower().plus(right.lower()), left.upper().flatMap(one -> right.upper()
                .map(one::plus)));
    }

    /** No more observations: an outage under way is open above. */
    void finish() {
        if (open) {
            close(Optional.empty());
        }
    }

    List<Outage> outages() {
        return List.copyOf(outages);
    }

    Interval total() {
        return total;
    }

    Interval longest() {
        return longest;
    }
}
