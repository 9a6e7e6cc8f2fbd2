package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.time.Duration;

/** How one observation is drawn: by the rules that judging classes them by. Nothing is judged from it here. */
final class Classing {
    static final int GOOD = 0;
    static final int UNKNOWN = 1;
    static final int BAD = 2;

    private final Duration limit;
    private final Duration provenLate;
    private final PauseIndex pauses;

    /** @param slack σ, what the runner's own pauses can add */
    Classing(ProbeSpec probe, Duration slack, PauseIndex pauses) {
        this.limit = probe.latencyBelow();
        this.provenLate = limit.plus(slack);
        this.pauses = pauses;
    }

    int of(Observation seen) {
        Duration took = seen.ended().minus(seen.started());
        if (seen.kind() == AnswerKind.CORRECT && took.compareTo(limit) <= 0) {
            return GOOD;
        }
        boolean failed = seen.kind() == AnswerKind.ERROR
                || seen.kind() != AnswerKind.NOT_STARTED && took.compareTo(provenLate) > 0;
        return failed && !pauses.overlaps(seen.started(), seen.ended()) ? BAD : UNKNOWN;
    }
}
