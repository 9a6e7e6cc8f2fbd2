package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.spec.Checks;
import java.time.Duration;
import java.util.Objects;

/** Tells whether something is so, by reading alone. */
@FunctionalInterface
public interface Condition {
    /**
     * Looks once. Called off the run's thread.
     *
     * @param timeout      after which nobody waits for the answer, and the condition counts as not known
     * @param cancellation cancelled when nobody waits any longer: release the thread
     * @throws Exception what keeps it from being told: then it is not known, and the message says why
     */
    Answer holds(Duration timeout, Cancellation cancellation) throws Exception;

    /**
     * What one look told.
     *
     * @param sentence what was found, for people
     */
    record Answer(Holds holds, String sentence) {
        public Answer {
            Objects.requireNonNull(holds);
            Checks.text(sentence, "sentence");
        }

        public static Answer of(boolean holds, String sentence) {
            return new Answer(holds ? Holds.YES : Holds.NO, sentence);
        }

        public static Answer unknown(String sentence) {
            return new Answer(Holds.UNKNOWN, sentence);
        }
    }
}
