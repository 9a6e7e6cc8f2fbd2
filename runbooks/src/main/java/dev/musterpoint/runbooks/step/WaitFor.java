package dev.musterpoint.runbooks.step;

import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.ProbeStates.State;
import dev.musterpoint.drills.spi.StepExecutor;

/** Waits for a probe: the automated way of noticing an outage, and of seeing that it is over. */
final class WaitFor implements StepExecutor {
    static final String PROBE = "probe";
    static final String STATE = "state";
    static final String COUNT = "count";
    static final String GOOD = "good";
    static final String BAD = "bad";
    static final int USUAL_COUNT = 3;

    @Override
    public String execute(RunbookStep.Automated step, ProbeStates probes, Cancellation cancellation)
            throws InterruptedException {
        String probe = step.params().text(PROBE);
        boolean good = step.params().text(STATE, GOOD).equals(GOOD);
        int count = step.params().integer(COUNT, USUAL_COUNT);
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, not " + count);
        }
        State seen = probes.await(probe, state -> inARow(state, good) >= count, cancellation);
        String last = good || seen.last().isEmpty() ? "" : "; the last: " + seen.last();
        return "probe '" + probe + "' was " + (good ? GOOD : BAD) + " " + inARow(seen, good) + " times in a row" + last;
    }

    private static long inARow(State state, boolean good) {
        return good ? state.goodInARow() : state.badInARow();
    }
}
