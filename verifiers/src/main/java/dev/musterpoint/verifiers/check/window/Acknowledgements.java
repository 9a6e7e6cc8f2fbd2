package dev.musterpoint.verifiers.check.window;

import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the writes that were acknowledged in a window, from a ledger in its order. While the runner stands still nothing is
 * written, which is not the service's doing: what it would have taken then is not known.
 */
public final class Acknowledgements {
    private final TimeWindow window;
    private final Pauses pauses;
    private final Map<WriteId, Long> underWay = new HashMap<>();
    private long acknowledged;
    private long unknown;

    public Acknowledgements(TimeWindow window, Pauses pauses) {
        this.window = window;
        this.pauses = pauses;
    }

    public void add(LedgerLine line) {
        if (line instanceof WriteAttempt attempt) {
            underWay.put(attempt.id(), attempt.started().nanos());
        } else if (line instanceof WriteAnswer answer) {
            Long started = underWay.remove(answer.id());
            answered(started == null ? answer.ended().nanos() : started, answer);
        }
    }

    private void answered(long started, WriteAnswer answer) {
        long ended = answer.ended().nanos();
        boolean counts =
                answer.outcome() == WriteOutcome.ACKNOWLEDGED && window.holds(ended) && window.provesGood(ended);
        if (counts) {
            acknowledged++;
        } else if (window.overlap(started, ended) > 0 && pauses.overlap(started, ended)) {
            unknown++;
        }
    }

    public long acknowledged() {
        return acknowledged;
    }

    /** Writes that a pause may have kept from being seen to be acknowledged in time. */
    public long unknown() {
        return unknown
                + underWay.values().stream()
                        .filter(started ->
                                window.overlap(started, window.to()) > 0 && pauses.overlap(started, window.to()))
                        .count();
    }

    /** How long nothing was written because the runner stood still, or nothing is known, in nanoseconds. */
    public long silent() {
        long known = Math.max(window.from(), Math.min(window.to(), window.goodUntil()));
        return pauses.within(window.from(), known) + window.to() - known;
    }
}
