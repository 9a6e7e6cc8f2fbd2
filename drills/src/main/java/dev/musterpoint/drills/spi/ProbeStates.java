package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.Observation;
import java.util.List;
import java.util.function.Predicate;

/** What the probes are seeing right now. For steps that wait and effects that show there; judging never uses it. */
public interface ProbeStates {
    /** The state of a probe. @throws IllegalArgumentException when the drill has no such probe */
    State of(String probe);

    /**
     * Waits until the probe's state satisfies {@code condition}.
     *
     * @throws java.util.concurrent.CancellationException when no longer wanted
     */
    State await(String probe, Predicate<State> condition, Cancellation cancellation) throws InterruptedException;

    /**
     * The last attempts of a probe that ended, in order of completion; at most a few hundred.
     *
     * @throws IllegalArgumentException when the drill has no such probe
     */
    default List<Observation> lately(String probe) {
        return List.of();
    }

    /**
     * How a probe is doing, in order of completion.
     *
     * @param goodInARow answers on time and correct since the last that was not
     * @param badInARow  attempts that were not, since the last that was
     * @param last       the last failure's detail, or empty
     */
    record State(long seen, long goodInARow, long badInARow, String last) {
        public static final State NOTHING = new State(0, 0, 0, "");

        public State after(boolean good, String detail) {
            return good ? new State(seen + 1, goodInARow + 1, 0, last) : new State(seen + 1, 0, badInARow + 1, detail);
        }
    }
}
