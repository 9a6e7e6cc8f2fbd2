package dev.musterpoint.verifiers.condition;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Condition;
import dev.musterpoint.drills.spi.ProbeStates;
import java.time.Duration;

/** Whether the last attempt of a probe was good, or was not. Before its first has ended nothing is known. */
final class ProbeStateCondition implements Condition {
    private final ProbeStates probes;
    private final String probe;
    private final boolean good;

    /** @param good whether the attempt must have been good, rather than not */
    ProbeStateCondition(ProbeStates probes, String probe, boolean good) {
        this.probes = probes;
        this.probe = probe;
        this.good = good;
    }

    @Override
    public Answer holds(Duration timeout, Cancellation cancellation) {
        ProbeStates.State state = probes.of(probe);
        if (state.seen() == 0) {
            return Answer.unknown("probe '" + probe + "' has seen nothing yet");
        }
        boolean isGood = state.goodInARow() > 0;
        String why = isGood || state.last().isBlank() ? "" : " (" + state.last() + ")";
        return Answer.of(isGood == good, "probe '" + probe + "' is " + (isGood ? "good" : "failing") + why);
    }
}
